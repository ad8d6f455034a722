<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
    <context>
        <name>Countdown</name>
        <message>
            <source>Columns of the list, and the zero of T</source>
            <translation>Столбцы списка и начало отсчёта T</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>Столбцы</translation>
        </message>
        <message>
            <source>replay ends in</source>
            <translation>конец показа через</translation>
        </message>
        <message>
            <source>ends in</source>
            <translation>ещё</translation>
        </message>
        <message>
            <source>No event has a time</source>
            <translation>Время событий неизвестно</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Далее</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Сейчас</translation>
        </message>
        <message>
            <source>Last event</source>
            <translation>Последнее событие</translation>
        </message>
        <message>
            <source>Just passed</source>
            <translation>Только что</translation>
        </message>
        <message>
            <source>planned {time}</source>
            <translation>план {time}</translation>
        </message>
        <message>
            <source>landing in {time}</source>
            <translation>посадка через {time}</translation>
        </message>
        <message>
            <source>landed {time} ago</source>
            <translation>посадка {time} назад</translation>
        </message>
        <message>
            <source>about {number} km</source>
            <translation>около {number} км</translation>
        </message>
        <message>
            <source>{done} of {all} events done</source>
            <translation>выполнено событий: {done} из {all}</translation>
        </message>
        <message>
            <source>, late: {events}</source>
            <translation>, с опозданием: {events}</translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Mission and clocks</source>
            <translation>Полёт и часы</translation>
        </message>
        <message>
            <source>The flight up to ignition can be watched already</source>
            <translation>Полёт до включения двигателя уже можно смотреть</translation>
        </message>
        <message>
            <source>Phase of the flight: {phase}</source>
            <translation>Этап полёта: {phase}</translation>
        </message>
        <message>
            <source>Space plays and pauses, K and L make it slower and faster</source>
            <translation>Пробел — пуск и пауза, K и L — медленнее и быстрее</translation>
        </message>
        <message>
            <source>reconstructed</source>
            <translation>реконструкция</translation>
        </message>
        <message>
            <source>Mission clock</source>
            <translation>Полётное время</translation>
        </message>
        <message>
            <source>Mission clock. Click to count from another event; right-click for this and the other clocks</source>
            <translation>Полётное время. Щелчок — отсчёт от другого события; правая кнопка — меню часов</translation>
        </message>
        <message>
            <source>Moscow time (ДМВ)</source>
            <translation>Москва (ДМВ)</translation>
        </message>
        <message>
            <source>{name}: {zone}, {offset} on {date}</source>
            <translation>{name}: {zone}, {offset} на {date}</translation>
        </message>
        <message>
            <source>{name} to the left</source>
            <translation>{name} левее</translation>
        </message>
        <message>
            <source>As the mission has them</source>
            <translation>Как в файле полёта</translation>
        </message>
        <message>
            <source>Day of the year</source>
            <translation>День года</translation>
        </message>
        <message>
            <source>REPLAY · PAUSED</source>
            <translation>ПОКАЗ · ПАУЗА</translation>
        </message>
        <message>
            <source>REPLAY {rate} · EVENT</source>
            <translation>ПОКАЗ {rate} · СОБЫТИЕ</translation>
        </message>
        <message>
            <source>REPLAY {rate}</source>
            <translation>ПОКАЗ {rate}</translation>
        </message>
        <message>
            <source>Trajectory reconstructed from the station's published orbital elements and published times.
It meets the reported landing time and place by construction; it is not telemetry.</source>
            <translation>Траектория восстановлена по опубликованным элементам орбиты станции и опубликованным временам.
Со временем и местом посадки из сообщений она совпадает по построению; это не телеметрия.</translation>
        </message>
    </context>
    <context>
        <name>List</name>
        <message>
            <source>Now</source>
            <translation>Сейчас</translation>
        </message>
        <message>
            <source>Back to what happens now</source>
            <translation>Назад к тому, что происходит сейчас</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>COLUMNS</source>
            <translation>СТОЛБЦЫ</translation>
        </message>
        <message>
            <source>T IS COUNTED FROM</source>
            <translation>T ОТСЧИТЫВАЕТСЯ ОТ</translation>
        </message>
        <message>
            <source>CLOCKS</source>
            <translation>ЧАСЫ</translation>
        </message>
        <message>
            <source>SPEED</source>
            <translation>СКОРОСТЬ</translation>
        </message>
    </context>
    <context>
        <name>Sequence</name>
        <message>
            <source>no time</source>
            <translation>нет времени</translation>
        </message>
        <message>
            <source>no report</source>
            <translation>нет сообщ.</translation>
        </message>
        <message>
            <source>{number} min</source>
            <translation>{number} мин</translation>
        </message>
        <message>
            <source>{number} h</source>
            <translation>{number} ч</translation>
        </message>
        <message>
            <source>{number} d</source>
            <translation>{number} сут</translation>
        </message>
        <message>
            <source>{name}: {state} (times in UTC)</source>
            <translation>{name}: {state} (время UTC)</translation>
        </message>
        <message>
            <source>Model {time}</source>
            <translation>Модель {time}</translation>
        </message>
        <message>
            <source>The reports differ: {reports}</source>
            <translation>Сообщения расходятся: {reports}</translation>
        </message>
        <message>
            <source>No source gives a time</source>
            <translation>Ни один источник не называет времени</translation>
        </message>
        <message>
            <source>Shown here: {basis}</source>
            <translation>Показано: {basis}</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Timeline and transport</source>
            <translation>Шкала времени и управление</translation>
        </message>
        <message>
            <source>Previous event</source>
            <translation>Предыдущее событие</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>Пуск</translation>
        </message>
        <message>
            <source>Next event</source>
            <translation>Следующее событие</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Медленнее</translation>
        </message>
        <message>
            <source>Speed, direction, repeat</source>
            <translation>Скорость, направление, повтор</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Быстрее</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Пауза</translation>
        </message>
        <message>
            <source>Backward</source>
            <translation>Назад</translation>
        </message>
        <message>
            <source>×1 at events</source>
            <translation>×1 у событий</translation>
        </message>
        <message>
            <source>Repeat at the end</source>
            <translation>Повторять в конце</translation>
        </message>
        <message>
            <source>; next {event} at {time}</source>
            <translation>; далее {event} в {time}</translation>
        </message>
        <message>
            <source>in sunlight</source>
            <translation>на свету</translation>
        </message>
        <message>
            <source>planned</source>
            <translation>план</translation>
        </message>
        <message>
            <source>actual</source>
            <translation>факт</translation>
        </message>
        <message>
            <source>Overdue by {time}</source>
            <translation>Просрочено на {time}</translation>
        </message>
        <message>
            <source>On time</source>
            <translation>По плану</translation>
        </message>
        <message>
            <source>Ahead by {time}</source>
            <translation>Раньше плана на {time}</translation>
        </message>
        <message>
            <source>Behind by {time}</source>
            <translation>Позже плана на {time}</translation>
        </message>
        <message>
            <source>{name}: planned {planned}, {actual}, {difference}</source>
            <translation>{name}: план {planned}, {actual}, {difference}</translation>
        </message>
        <message>
            <source>No event has been compared with its plan yet</source>
            <translation>Пока ни одно событие не сопоставлено с планом</translation>
        </message>
        <message>
            <source>Against the plan (UTC)</source>
            <translation>Относительно плана (UTC)</translation>
        </message>
        <message>
            <source>Mission time, seconds after undocking</source>
            <translation>Полётное время, секунды после расстыковки</translation>
        </message>
    </context>
</TS>