"""Events of a return, with what was planned, what was reported and what the model gives."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mission_gui.domain.facts import Basis, Report, Text


class Phase(StrEnum):
    """The part of the flight a moment belongs to."""

    DOCKED = "docked"
    DEPARTURE = "departure"
    FLYAROUND = "flyaround"
    FREE_FLIGHT = "free_flight"
    DEORBIT_BURN = "deorbit_burn"
    DESCENT_COAST = "descent_coast"
    ATMOSPHERE = "atmosphere"  # from module separation to the entry interface
    ENTRY = "entry"
    PARACHUTE = "parachute"
    LANDED = "landed"
    RECOVERY = "recovery"


PHASE_NAMES: dict[Phase, Text] = {
    Phase.DOCKED: Text("Docked", "В составе МКС"),
    Phase.DEPARTURE: Text("Departure", "Отход"),
    Phase.FLYAROUND: Text("Flyaround", "Облёт"),
    Phase.FREE_FLIGHT: Text("Free flight", "Автономный полёт"),
    Phase.DEORBIT_BURN: Text("Deorbit burn", "Тормозной импульс"),
    Phase.DESCENT_COAST: Text("Descent coast", "Снижение"),
    Phase.ATMOSPHERE: Text("Modules separated", "Отсеки разделены"),
    Phase.ENTRY: Text("Entry", "Вход в атмосферу"),
    Phase.PARACHUTE: Text("Parachute", "Спуск на парашюте"),
    Phase.LANDED: Text("Landed", "Посадка"),
    Phase.RECOVERY: Text("Recovery", "Эвакуация экипажа"),
}

EVENT_NAMES: dict[str, Text] = {
    "hatch_closed": Text("Hatch closed", "Закрытие люков"),
    "undock_command": Text("Undock command", "Команда на расстыковку"),
    "undocking": Text("Undocking", "Расстыковка"),
    "separation_burn": Text("Separation burn", "Импульс увода"),
    "flyaround_start": Text("Flyaround", "Облёт"),
    "photographs_end": Text("Photographs end", "Конец съёмки"),
    "ignition": Text("Deorbit burn", "Тормозной импульс"),
    "burn_end": Text("Burn end", "Конец импульса"),
    "module_separation": Text("Module separation", "Разделение отсеков"),
    "entry_interface": Text("Entry interface", "Вход в атмосферу"),
    "blackout_start": Text("Blackout", "Начало плазмы"),
    "peak_heating": Text("Peak heating", "Наибольший нагрев"),
    "peak_load": Text("Peak load", "Наибольшая перегрузка"),
    "blackout_end": Text("Blackout end", "Конец плазмы"),
    "parachutes": Text("Parachutes", "Ввод парашюта"),
    "main_parachute": Text("Main parachute", "Основной парашют"),
    "reserve_parachute": Text("Reserve parachute", "Запасной парашют"),
    "heat_shield": Text("Heat shield off", "Сброс теплозащиты"),
    "soft_landing_engines": Text("Soft-landing engines", "Двигатели мягкой посадки"),
    "touchdown": Text("Landing", "Посадка"),
}

EVENT_WORDS: dict[str, tuple[str, ...]] = {
    "hatch_closed": ("hatch", "люки"),
    "undock_command": ("ком. расстыковки",),
    "ignition": ("TIG", "burn", "импульс", "торм. импульс", "включение двигателя"),
    "burn_end": ("выключение двигателя",),
    "module_separation": ("separation", "разделение"),
    "entry_interface": ("EI", "entry", "вход"),
    "blackout_start": ("плазма",),
    "peak_heating": ("макс. нагрев",),
    "peak_load": ("перегрузка", "макс. перегрузка"),
    "parachutes": ("chutes", "парашют"),
    "main_parachute": ("main chute", "ОСП"),
    "reserve_parachute": ("reserve chute", "ЗСП"),
    "heat_shield": ("heat shield", "shield off", "теплозащита", "сброс щита"),
    "soft_landing_engines": ("engines", "landing engines", "двигатели", "ДМП", "включение ДМП"),
    "touchdown": ("landing", "касание"),
    "crew_out": ("экипаж снаружи",),
    "medical_tent": ("tent", "палатка"),
    "helicopters_depart": ("helicopters", "вертолёты"),
}
"""What else people write for an event: the abbreviations of the trade, and the short words beside its marks."""

NARROW_NAMES: dict[str, Text] = {
    "undock_command": Text("Undock command", "Ком. расстыковки"),
    "ignition": Text("Deorbit burn", "Торм. импульс"),
    "module_separation": Text("Separation", "Разделение"),
    "peak_heating": Text("Peak heating", "Макс. нагрев"),
    "peak_load": Text("Peak load", "Макс. перегрузка"),
    "main_parachute": Text("Main chute", "Основной парашют"),
    "reserve_parachute": Text("Reserve chute", "Запасной парашют"),
    "soft_landing_engines": Text("Landing engines", "Включение ДМП"),
}
"""For lists too narrow for the whole name."""


@dataclass(frozen=True, slots=True)
class Event:
    """A moment of the mission. Reports stand in order of preference: the first is the one used.

    `assumed` times are ours, for moments that no source times; they are never shown as published.
    `sigma` is the standard deviation of the modelled time, s. What was begun and broken off is `aborted`.
    """

    id: str
    name: Text
    planned: tuple[Report, ...] = ()
    actual: tuple[Report, ...] = ()
    assumed: tuple[Report, ...] = ()
    modelled: datetime | None = None
    sigma: float | None = None
    note: Text = Text("")
    aborted: bool = False

    @property
    def time(self) -> datetime | None:
        """The instant the replay uses: the model's, which meets the published one, else reported, else planned."""
        if self.modelled is not None:
            return self.modelled
        report = self.actual or self.planned or self.assumed
        return report[0].time if report else None

    @property
    def basis(self) -> Basis:
        """Published wherever a source reports it; a plan is published too; what we assumed never is."""
        return Basis.PUBLISHED if self.actual or (self.planned and not self.modelled) else Basis.MODELLED

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports of when it happened, or, where no source gives a time, the one we assume."""
        return self.actual or self.assumed

    @property
    def delay(self) -> timedelta | None:
        """Actual minus latest plan; None where one of them is not known."""
        if not (self.actual and self.planned):
            return None
        return self.actual[0].time - self.planned[0].time


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase from `start` to `end`, seconds of mission time."""

    phase: Phase
    start: float
    end: float
