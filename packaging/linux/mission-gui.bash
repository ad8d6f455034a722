# bash completion for mission-gui; made by packaging/manual.py
_mission_gui() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=board
    local missions="soyuz-ms-01 soyuz-ms-02 soyuz-ms-03 soyuz-ms-04 soyuz-ms-05 soyuz-ms-06 soyuz-ms-07 soyuz-ms-08 soyuz-ms-09 soyuz-ms-11 soyuz-ms-12 soyuz-ms-13 soyuz-ms-15 soyuz-ms-16 soyuz-ms-17 soyuz-ms-18 soyuz-ms-19 soyuz-ms-20 soyuz-ms-21 soyuz-ms-22 soyuz-ms-23 soyuz-ms-24 soyuz-ms-25 soyuz-ms-26 soyuz-ms-27 soyuz-tma-01m soyuz-tma-02m soyuz-tma-03m soyuz-tma-04m soyuz-tma-05m soyuz-tma-06m soyuz-tma-07m soyuz-tma-08m soyuz-tma-09m soyuz-tma-1 soyuz-tma-10 soyuz-tma-10m soyuz-tma-11 soyuz-tma-11m soyuz-tma-12m soyuz-tma-13 soyuz-tma-13m soyuz-tma-14 soyuz-tma-14m soyuz-tma-15m soyuz-tma-16 soyuz-tma-16m soyuz-tma-17 soyuz-tma-17m soyuz-tma-18 soyuz-tma-18m soyuz-tma-19 soyuz-tma-19m soyuz-tma-2 soyuz-tma-20 soyuz-tma-20m soyuz-tma-21 soyuz-tma-22 soyuz-tma-3 soyuz-tma-4 soyuz-tma-5 soyuz-tma-6 soyuz-tma-7 soyuz-tma-8 soyuz-tma-9" commands="list show conflicts check new import schema migrate events track verify opportunities shot open film compare brief disperse doctor"
    COMPREPLY=()
    if [ "$COMP_CWORD" -gt 1 ]; then
        case " $commands " in *" ${COMP_WORDS[1]} "*) command=${COMP_WORDS[1]} ;; esac
    fi
    local options="" words="" files=""
    case $command in
        board)
            options="-h --help --at --rate --paused --theme --language --layout"
            words=$missions files=yes
            case $prev in
                --at) words="" files="" ;;
                --rate) words="" files="" ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --language) words="en ru" files="" ;;
                --layout) words="orbit proximity descent recovery briefing wall" files="" ;;
            esac
            ;;
        list)
            options="-h --help --crew --from --to --year --port --ballistic --flyaround --night --uncrewed --own --sort --reverse --json"
            case $prev in
                --crew) words="" files="" ;;
                --from) words="" files="" ;;
                --to) words="" files="" ;;
                --year) words="" files="" ;;
                --port) words="" files="" ;;
                --sort) words="id name undocking landing crew port days mode flyaround night own place" files="" ;;
            esac
            ;;
        show)
            options="-h --help --json"
            words=$missions files=yes
            ;;
        conflicts)
            options="-h --help --json"
            words=$missions files=yes
            ;;
        check)
            options="-h --help --json --strict"
            files=yes
            ;;
        new)
            options="-h --help -o --output --from"
            case $prev in
                -o|--output) words="" files=yes ;;
                --from) words="" files="" ;;
            esac
            ;;
        import)
            options="-h --help --into --new -o --output --as --date --zone --source --title --url"
            files=yes
            case $prev in
                --into) words="" files="" ;;
                --new) words="" files="" ;;
                -o|--output) words="" files=yes ;;
                --as) words="planned actual" files="" ;;
                --date) words="" files="" ;;
                --zone) words="" files="" ;;
                --source) words="" files="" ;;
                --title) words="" files="" ;;
                --url) words="" files="" ;;
            esac
            ;;
        schema)
            options="-h --help --markdown -o --output"
            case $prev in
                -o|--output) words="" files=yes ;;
            esac
            ;;
        migrate)
            options="-h --help -o --output"
            files=yes
            case $prev in
                -o|--output) words="" files=yes ;;
            esac
            ;;
        events)
            options="-h --help --json"
            words=$missions files=yes
            ;;
        track)
            options="-h --help --step -o --output --tig --dv --bank --canopy --lift-lost --reserve"
            words=$missions files=yes
            case $prev in
                --step) words="" files="" ;;
                -o|--output) words="" files="" ;;
                --tig) words="" files="" ;;
                --dv) words="" files="" ;;
                --bank) words="" files="" ;;
                --canopy) words="" files="" ;;
                --lift-lost) words="" files="" ;;
            esac
            ;;
        verify)
            options="-h --help --json --fitted"
            words=$missions files=yes
            ;;
        opportunities)
            options="-h --help --day --zone --json"
            words=$missions files=yes
            case $prev in
                --day) words="" files="" ;;
                --zone) words="" files="" ;;
            esac
            ;;
        shot)
            options="-h --help --at --every --from --to --size --scale --theme --language --layout --panel --caption --marking --caption-file -o --output --format --contact-sheet --overwrite --yes"
            words=$missions files=yes
            case $prev in
                --at) words="" files="" ;;
                --every) words="" files="" ;;
                --from) words="" files="" ;;
                --to) words="" files="" ;;
                --size) words="" files="" ;;
                --scale) words="" files="" ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --language) words="en ru" files="" ;;
                --layout) words="orbit proximity descent recovery briefing wall" files="" ;;
                --panel) words="map countdown crew charts proximity descent landing-zone timeline header recovery descent-figures coverage cards" files="" ;;
                --marking) words="" files="" ;;
                --caption-file) words="" files=yes ;;
                -o|--output) words="" files=yes ;;
                --format) words="png svg pdf" files="" ;;
            esac
            ;;
        open)
            options="-h --help --at --rate --paused --theme --language --layout"
            files=yes
            case $prev in
                --at) words="" files="" ;;
                --rate) words="" files="" ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --language) words="en ru" files="" ;;
                --layout) words="orbit proximity descent recovery briefing wall" files="" ;;
            esac
            ;;
        film)
            options="-h --help --from --to --rate --even --fps --size --theme --language --layout --no-captions --marking --codec --yes -o --output"
            words=$missions files=yes
            case $prev in
                --from) words="" files="" ;;
                --to) words="" files="" ;;
                --rate) words="" files="" ;;
                --fps) words="" files="" ;;
                --size) words="" files="" ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --language) words="en ru" files="" ;;
                --layout) words="follow orbit proximity descent recovery briefing wall" files="" ;;
                --marking) words="" files="" ;;
                --codec) words="av1 vp9 h264 gif" files="" ;;
                -o|--output) words="" files=yes ;;
            esac
            ;;
        compare)
            options="-h --help --align -o --output --table --json --step --size --scale --caption-file --theme --language"
            words=$missions files=yes
            case $prev in
                --align) words="" files="" ;;
                -o|--output) words="" files=yes ;;
                --step) words="" files="" ;;
                --size) words="" files="" ;;
                --scale) words="" files="" ;;
                --caption-file) words="" files=yes ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --language) words="en ru" files="" ;;
            esac
            ;;
        brief)
            options="-h --help -o --output --template --language --theme --slides --marking --print-template --progress"
            words=$missions files=yes
            case $prev in
                -o|--output) words="" files=yes ;;
                --template) words="" files=yes ;;
                --language) words="en ru" files="" ;;
                --theme) words="dark light high-contrast red-night" files="" ;;
                --slides) words="" files="" ;;
                --marking) words="" files="" ;;
            esac
            ;;
        disperse)
            options="-h --help --samples --ballistic --seed --workers --scheduler -o --output"
            words=$missions files=yes
            case $prev in
                --samples) words="" files="" ;;
                --seed) words="" files="" ;;
                --workers) words="" files="" ;;
                --scheduler) words="" files="" ;;
                -o|--output) words="" files=yes ;;
            esac
            ;;
        doctor)
            options="-h --help --json"
            ;;
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then words="$words $commands"; fi
    case $cur in -*) words=$options files="" ;; esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    if [ -n "$files" ]; then
        compopt -o filenames
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$cur")
    fi
}
complete -F _mission_gui mission-gui
