<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>Brief</name>
    <message>
        <source>to landing</source>
        <translation>до посадки</translation>
    </message>
    <message>
        <source>since landing</source>
        <translation>после посадки</translation>
    </message>
    <message>
        <source>The descent in two curves</source>
        <translation>Спуск в двух кривых</translation>
    </message>
    <message>
        <source>Minutes before landing; modelled, not telemetry</source>
        <translation>Минуты до посадки; по модели, не телеметрия</translation>
    </message>
    <message>
        <source>{name} over time: {points}.</source>
        <translation>{name} по времени: {points}.</translation>
    </message>
    <message>
        <source>minutes to landing</source>
        <translation>минуты до посадки</translation>
    </message>
    <message>
        <source>The load of the entry peaks at {load} (modelled).</source>
        <translation>Наибольшая перегрузка при спуске — {load} (по модели).</translation>
    </message>
    <message>
        <source>The spikes after it are the parachutes opening and the touchdown.</source>
        <translation>Всплески после неё — раскрытие парашютов и касание.</translation>
    </message>
    <message>
        <source>Beside it: {name}, up to {load}.</source>
        <translation>Для сравнения: {name}, до {load}.</translation>
    </message>
    <message>
        <source>since undocking</source>
        <translation>после расстыковки</translation>
    </message>
    <message>
        <source>minute published, second modelled</source>
        <translation>минута опубликована, секунда по модели</translation>
    </message>
    <message>
        <source>planned {time}</source>
        <translation>план {time}</translation>
    </message>
    <message>
        <source>{difference} against the plan</source>
        <translation>{difference} к плану</translation>
    </message>
    <message>
        <source>on time</source>
        <translation>по плану</translation>
    </message>
    <message>
        <source>peak load reported</source>
        <translation>перегрузка по сообщениям</translation>
    </message>
    <message>
        <source>launch to landing, published</source>
        <translation>от старта до посадки</translation>
    </message>
    <message>
        <source>taken off in {duration}</source>
        <translation>торможение за {duration}</translation>
    </message>
    <message>
        <source>time of day, UTC</source>
        <translation>время UTC</translation>
    </message>
    <message>
        <source>from {place}</source>
        <translation>от: {place}</translation>
    </message>
    <message>
        <source>from the aim point</source>
        <translation>от точки прицеливания</translation>
    </message>
    <message>
        <source>in space: {names}</source>
        <translation>в космосе: {names}</translation>
    </message>
    <message>
        <source>To the first slide</source>
        <translation>К первому слайду</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Слайды</translation>
    </message>
    <message>
        <source>Notes and sources</source>
        <translation>Заметки и источники</translation>
    </message>
    <message>
        <source>Open the board at this moment</source>
        <translation>Открыть экран на этот момент</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Шкала времени</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Рисунок</translation>
    </message>
    <message>
        <source>Landing {time}</source>
        <translation>Посадка {time}</translation>
    </message>
    <message>
        <source>Landing on {date}. Spacecraft: {ship}. Picture: {moment}.</source>
        <translation>Посадка {date}. Корабль: {ship}. На рисунке: {moment}.</translation>
    </message>
    <message>
        <source>Made by {program}.</source>
        <translation>Сделано программой {program}.</translation>
    </message>
    <message>
        <source>Timeline in UTC: {stops}.</source>
        <translation>Шкала времени UTC: {stops}.</translation>
    </message>
    <message>
        <source>{first} to {last}: {span}.</source>
        <translation>{first} — {last}: {span}.</translation>
    </message>
    <message>
        <source>From the deorbit burn to the ground: {span}.</source>
        <translation>От тормозного импульса до земли: {span}.</translation>
    </message>
    <message>
        <source>The way home</source>
        <translation>Путь домой</translation>
    </message>
    <message>
        <source>on the ground</source>
        <translation>на земле</translation>
    </message>
    <message>
        <source>The model and how sure it is</source>
        <translation>Модель и её точность</translation>
    </message>
    <message>
        <source>What the flight rests on</source>
        <translation>На чём основан расчёт</translation>
    </message>
    <message>
        <source>± is one standard deviation. The landing agrees by construction and tests nothing.</source>
        <translation>± — одно стандартное отклонение. Посадка совпадает по построению и ничего не проверяет.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Величина</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Откуда известно</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>time, one standard deviation</source>
        <translation>стандартное отклонение</translation>
    </message>
    <message>
        <source>Orbit</source>
        <translation>Орбита</translation>
    </message>
    <message>
        <source>Deorbit delta-v</source>
        <translation>Тормозной импульс</translation>
    </message>
    <message>
        <source>Burn duration</source>
        <translation>Время работы двигателя</translation>
    </message>
    <message>
        <source>Bank angle</source>
        <translation>Угол крена</translation>
    </message>
    <message>
        <source>Departure</source>
        <translation>Отход</translation>
    </message>
    <message>
        <source>port not known</source>
        <translation>узел неизвестен</translation>
    </message>
    <message>
        <source>Landing place</source>
        <translation>Место посадки</translation>
    </message>
    <message>
        <source>Aim point</source>
        <translation>Точка прицеливания</translation>
    </message>
    <message>
        <source>Solved for: the second of ignition, the bank reversal and the drag area of the main canopy. {flights} flights; {distance} from the published landing, {time} after it.</source>
        <translation>Найдены: секунда включения двигателя, момент смены крена и площадь сопротивления основного купола. Полётов: {flights}; {distance} от опубликованной точки посадки, через {time}.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Источник</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Sources and credits</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>no address kept</source>
        <translation>адрес не сохранён</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>Up on</source>
        <translation>Старт на</translation>
    </message>
    <message>
        <source>This flight</source>
        <translation>Этот полёт</translation>
    </message>
    <message>
        <source>All flights</source>
        <translation>Все полёты</translation>
    </message>
    <message>
        <source>Records as of the day</source>
        <translation>Рекорды на этот день</translation>
    </message>
    <message>
        <source>The crew</source>
        <translation>Экипаж</translation>
    </message>
    <message>
        <source>Time in space and records as of the landing on {day}</source>
        <translation>Время в космосе и рекорды на день посадки, {day}</translation>
    </message>
    <message>
        <source>Crew with time in space and records</source>
        <translation>Экипаж, время в космосе и рекорды</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Событие</translation>
    </message>
    <message>
        <source>Planned, UTC</source>
        <translation>План, UTC</translation>
    </message>
    <message>
        <source>Reported, UTC</source>
        <translation>Факт, UTC</translation>
    </message>
    <message>
        <source>Model, UTC</source>
        <translation>Модель, UTC</translation>
    </message>
    <message>
        <source>Against the plan</source>
        <translation>К плану</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>Показано</translation>
    </message>
    <message>
        <source>Planned against actual</source>
        <translation>План и факт</translation>
    </message>
    <message>
        <source>Times as published, and those that the model gives with their uncertainty</source>
        <translation>Опубликованные времена и времена модели с их точностью</translation>
    </message>
    <message>
        <source>No event of this flight has both a planned and a reported time.</source>
        <translation>Ни для одного события этого полёта не известны и план, и факт.</translation>
    </message>
    <message>
        <source>No reported time departs from the plan by more than its precision.</source>
        <translation>Ни одно сообщённое время не отличается от плана больше, чем на свою точность.</translation>
    </message>
    <message>
        <source>Beyond the precision of the reports: {events}.</source>
        <translation>Сверх точности сообщений: {events}.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>The landing zone in figures</source>
        <translation>Район посадки в цифрах</translation>
    </message>
    <message>
        <source>The landing zone</source>
        <translation>Район посадки</translation>
    </message>
    <message>
        <source>not in this build</source>
        <translation>нет в этой сборке</translation>
    </message>
    <message>
        <source>The briefing is being made</source>
        <translation>Брифинг готовится</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Брифинг</translation>
    </message>
    <message>
        <source>The briefing is ready: {path}</source>
        <translation>Брифинг готов: {path}</translation>
    </message>
    <message>
        <source>No briefing was made.</source>
        <translation>Брифинг не сделан.</translation>
    </message>
    <message>
        <source>Make a briefing</source>
        <translation>Сделать брифинг</translation>
    </message>
    <message>
        <source>As the template has it</source>
        <translation>Как в шаблоне</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Цвета</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Шаблон</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>&amp;Место</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Сделать</translation>
    </message>
    <message>
        <source>Template of the briefing</source>
        <translation>Шаблон брифинга</translation>
    </message>
    <message>
        <source>Where the briefing goes</source>
        <translation>Куда сохранить брифинг</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>{name}: {number} pictures</source>
        <translation>{name}: снимков — {number}</translation>
    </message>
    <message>
        <source>Sources: {number}, listed in this file</source>
        <translation>Источников: {number}, перечислены в файле</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>Sources</source>
        <translation>Источники</translation>
    </message>
    <message>
        <source>All cards</source>
        <translation>Все справки</translation>
    </message>
    <message>
        <source>No context cards were written for this mission; these are the facts of its file.</source>
        <translation>Для этого полёта справок нет; ниже — факты из его файла.</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Previous card</source>
        <translation>Предыдущая справка</translation>
    </message>
    <message>
        <source>Next card</source>
        <translation>Следующая справка</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Card of the moment</source>
        <translation>Справка к этому моменту</translation>
    </message>
    <message>
        <source>About this mission</source>
        <translation>О полёте</translation>
    </message>
    <message>
        <source>Card {number} of {count}</source>
        <translation>Справка {number} из {count}</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>blackout</source>
        <translation>плазма</translation>
    </message>
    <message>
        <source>{name} chart</source>
        <translation>График: {name}</translation>
    </message>
    <message>
        <source>ground contact</source>
        <translation>связь с НИП</translation>
    </message>
    <message>
        <source>radio blackout</source>
        <translation>потеря связи в плазме</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Графики</translation>
    </message>
    <message>
        <source>Legend of the charts</source>
        <translation>Обозначения на графиках</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбор…</translation>
    </message>
    <message>
        <source>Choose charts</source>
        <translation>Выбрать графики</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>меню</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Столбцом</translation>
    </message>
    <message>
        <source>Charts stacked</source>
        <translation>Графики один под другим</translation>
    </message>
    <message>
        <source>one axis of time</source>
        <translation>общая ось времени</translation>
    </message>
    <message>
        <source>Longer stretch</source>
        <translation>Отрезок длиннее</translation>
    </message>
    <message>
        <source>−, or the wheel</source>
        <translation>− или колесо мыши</translation>
    </message>
    <message>
        <source>Shorter stretch</source>
        <translation>Отрезок короче</translation>
    </message>
    <message>
        <source>+, the wheel, or drag over a chart</source>
        <translation>+, колесо мыши или протянуть по графику</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Automatic stretch</source>
        <translation>Отрезок по этапу полёта</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>двойной щелчок</translation>
    </message>
    <message>
        <source>As the phase</source>
        <translation>По этапу полёта</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Логарифмическая шкала</translation>
    </message>
    <message>
        <source>log</source>
        <translation>лог.</translation>
    </message>
    <message>
        <source>{amount} {kind}</source>
        <translation>{amount} ({kind})</translation>
    </message>
    <message>
        <source>At {time} UTC: {values}; {basis}.</source>
        <translation>В {time} UTC: {values}; {basis}.</translation>
    </message>
    <message>
        <source>Limits: {limits}</source>
        <translation>Пределы: {limits}</translation>
    </message>
    <message>
        <source>in contact: {stations}</source>
        <translation>на связи: {stations}</translation>
    </message>
    <message>
        <source>Highest on the chart {amount} at {time} UTC</source>
        <translation>Наибольшее на графике {amount} в {time} UTC</translation>
    </message>
    <message>
        <source>steady</source>
        <translation>без изменений</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>растёт</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>убывает</translation>
    </message>
    <message>
        <source>Strip charts</source>
        <translation>Графики параметров полёта</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>{distance} apart</source>
        <translation>{distance}</translation>
    </message>
    <message>
        <source>same</source>
        <translation>столько же</translation>
    </message>
    <message>
        <source>printed to {spread}</source>
        <translation>с точностью до {spread}</translation>
    </message>
    <message>
        <source>give or take {spread}, one standard deviation</source>
        <translation>± {spread}, одно стандартное отклонение</translation>
    </message>
    <message>
        <source>{ship}: {sort} descent, {load} at most, {far} from the aim point</source>
        <translation>{ship}: {sort} спуск, до {load}, {far} от точки прицеливания</translation>
    </message>
    <message>
        <source> (modelled)</source>
        <translation> (по модели)</translation>
    </message>
    <message>
        <source>Charts of all flights over each other</source>
        <translation>Графики всех полётов, один поверх другого</translation>
    </message>
    <message>
        <source>{missions}, time from {event}; the arrows move a cursor</source>
        <translation>{missions}, время от {event}; стрелки двигают указатель</translation>
    </message>
    <message>
        <source>{name}, T from {event}</source>
        <translation>{name}, T от {event}</translation>
    </message>
    <message>
        <source>T from {event}</source>
        <translation>T от {event}</translation>
    </message>
    <message>
        <source>{time} from {event}</source>
        <translation>{time} от {event}</translation>
    </message>
    <message>
        <source>reconstructed, not telemetry</source>
        <translation>реконструкция, не телеметрия</translation>
    </message>
    <message>
        <source>{distance} from the aim point</source>
        <translation>{distance} от точки прицеливания</translation>
    </message>
    <message>
        <source>Ground tracks of all flights</source>
        <translation>Трассы всех полётов</translation>
    </message>
    <message>
        <source>from the burn to the landing</source>
        <translation>от импульса до посадки</translation>
    </message>
    <message>
        <source>{ship} landing</source>
        <translation>{ship}: посадка</translation>
    </message>
    <message>
        <source>{ship} entry</source>
        <translation>{ship}: вход</translation>
    </message>
    <message>
        <source>against {ship}: {difference}</source>
        <translation>против {ship}: {difference}</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Показатель</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Table of differences</source>
        <translation>Таблица различий</translation>
    </message>
    <message>
        <source>Comparison of flights</source>
        <translation>Сравнение полётов</translation>
    </message>
    <message>
        <source>{published} published   {modelled} modelled or assumed</source>
        <translation>{published} опубликовано   {modelled} по модели или принято</translation>
    </message>
    <message>
        <source>{number} more figures in the whole table</source>
        <translation>ещё показателей в полной таблице: {number}</translation>
    </message>
    <message>
        <source>Comparison controls</source>
        <translation>Управление сравнением</translation>
    </message>
    <message>
        <source>Missions…</source>
        <translation>Полёты…</translation>
    </message>
    <message>
        <source>Count T from {event}</source>
        <translation>Считать T от события: {event}</translation>
    </message>
    <message>
        <source>Save a picture</source>
        <translation>Сохранить снимок</translation>
    </message>
    <message>
        <source>T from</source>
        <translation>T от</translation>
    </message>
    <message>
        <source>Compare missions</source>
        <translation>Сравнить полёты</translation>
    </message>
    <message>
        <source>Find by name, crew, year or place</source>
        <translation>Найти по названию, экипажу, году или месту</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Полёты</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>{count} chosen; two to {most} can be compared</source>
        <translation>выбрано: {count}; сравнить можно от двух до {most}</translation>
    </message>
    <message>
        <source>Reading the missions</source>
        <translation>Чтение файлов полётов</translation>
    </message>
    <message>
        <source>Computing the flights; Esc leaves off</source>
        <translation>Расчёт полётов; Esc прерывает</translation>
    </message>
    <message>
        <source>These missions cannot be compared</source>
        <translation>Эти полёты сравнить нельзя</translation>
    </message>
    <message>
        <source>highest on the chart {highest} at {time}, {last} at its end</source>
        <translation>наибольшее на графике {highest} в {time}, в конце {last}</translation>
    </message>
    <message>
        <source>parachutes at {altitude}, {far} from its entry</source>
        <translation>парашюты на {altitude}, {far} от места входа</translation>
    </message>
    <message>
        <source>landing {far} from its entry</source>
        <translation>посадка в {far} от места входа</translation>
    </message>
    <message>
        <source>not on the chart</source>
        <translation>нет на графике</translation>
    </message>
</context>
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
    <name>Coverage</name>
    <message>
        <source>{channel} on the air</source>
        <translation>{channel} в эфире</translation>
    </message>
    <message>
        <source>until {time}, {left} left</source>
        <translation>до {time}, осталось {left}</translation>
    </message>
    <message>
        <source>No footage for this moment</source>
        <translation>Сейчас трансляции нет</translation>
    </message>
    <message>
        <source>{channel} in {wait}</source>
        <translation>{channel} через {wait}</translation>
    </message>
    <message>
        <source>The coverage of this mission is over</source>
        <translation>Трансляции этого полёта закончились</translation>
    </message>
    <message>
        <source>The mission file lists no coverage</source>
        <translation>В файле полёта трансляций нет</translation>
    </message>
</context>
<context>
    <name>Crew</name>
    <message>
        <source>{ship} came home without a crew. Its flight, landing and recovery are shown as for any other.</source>
        <translation>{ship} вернулся без экипажа. Его полёт, посадка и эвакуация показаны так же, как у других.</translation>
    </message>
    <message>
        <source>record</source>
        <translation>рекорд</translation>
    </message>
    <message>
        <source>{flight} · in all not known</source>
        <translation>{flight} · всего — неизвестно</translation>
    </message>
    <message>
        <source>{flight} this flight · {all} in all</source>
        <translation>в полёте {flight} · всего {all}</translation>
    </message>
    <message>
        <source>{flight} · {all} in all</source>
        <translation>{flight} · всего {all}</translation>
    </message>
    <message>
        <source>{flight} this flight · in all not known</source>
        <translation>в полёте {flight} · всего — неизвестно</translation>
    </message>
    <message>
        <source>in all not known</source>
        <translation>всего — неизвестно</translation>
    </message>
    <message>
        <source>{ordinal} flight</source>
        <translation>{ordinal} полёт</translation>
    </message>
    <message>
        <source>flights not known</source>
        <translation>число полётов неизвестно</translation>
    </message>
    <message>
        <source>went up on {ship}</source>
        <translation>старт на {ship}</translation>
    </message>
    <message>
        <source>up on {ship}</source>
        <translation>старт на {ship}</translation>
    </message>
    <message>
        <source>uncrewed</source>
        <translation>без экипажа</translation>
    </message>
    <message>
        <source>{count} home on Earth</source>
        <translation>{count} — дома, на Земле</translation>
    </message>
    <message>
        <source>{count} aboard, load {load}</source>
        <translation>{count} на борту, перегрузка {load}</translation>
    </message>
    <message>
        <source>{count} aboard, {where}</source>
        <translation>{count} на борту, {where}</translation>
    </message>
    <message>
        <source>{days} in all</source>
        <translation>всего {days}</translation>
    </message>
    <message>
        <source>{length} this flight</source>
        <translation>в этом полёте {length}</translation>
    </message>
    <message>
        <source>Launched {time} on {ship}</source>
        <translation>Старт {time} на корабле {ship}</translation>
    </message>
    <message>
        <source>Sources: {sources}</source>
        <translation>Источники: {sources}</translation>
    </message>
    <message>
        <source>{record}: {holders}, {length}, from {day} ({kind})</source>
        <translation>{record}: {holders}, {length}, с {day} ({kind})</translation>
    </message>
    <message>
        <source>Seat: not known</source>
        <translation>Кресло: неизвестно</translation>
    </message>
    <message>
        <source>Seat: {seat} ({kind})</source>
        <translation>Место: {seat} ({kind})</translation>
    </message>
    <message>
        <source>Born: not known</source>
        <translation>Дата рождения неизвестна</translation>
    </message>
    <message>
        <source>Born {day}, {place}</source>
        <translation>Дата рождения: {day}, {place}</translation>
    </message>
    <message>
        <source>{record}: {holders}, {length} ({sources}); this flight would pass it on {day}</source>
        <translation>{record}: {holders}, {length} ({sources}); этот полёт превзошёл бы его {day}</translation>
    </message>
    <message>
        <source>First flight</source>
        <translation>Первый полёт</translation>
    </message>
    <message>
        <source>flights: {count}</source>
        <translation>полётов: {count}</translation>
    </message>
    <message>
        <source>Before this flight time in space not known, {flights}</source>
        <translation>До этого полёта: налёт неизвестен, {flights}</translation>
    </message>
    <message>
        <source>Before this flight {length} in space, {flights}</source>
        <translation>До этого полёта: налёт {length}, {flights}</translation>
    </message>
    <message>
        <source>was {holders}, {days}</source>
        <translation>прежний: {holders}, {days}</translation>
    </message>
    <message>
        <source>{record} since {day}</source>
        <translation>{record} с {day}</translation>
    </message>
    <message>
        <source>{record} before: {holders}, {length}, from {day} ({kind})</source>
        <translation>{record} до этого: {holders}, {length}, с {day} ({kind})</translation>
    </message>
    <message>
        <source>Passed about on {day}, {time} UTC (derived)</source>
        <translation>Превышен около {day}, {time} UTC (расчёт)</translation>
    </message>
    <message>
        <source>Passed on {day}, {time} UTC (derived)</source>
        <translation>Превышен {day}, {time} UTC (расчёт)</translation>
    </message>
    <message>
        <source>Source: {sources}</source>
        <translation>Источник: {sources}</translation>
    </message>
    <message>
        <source>Bar to {days}, the world record ({holder}).</source>
        <translation>Шкала до {days} — мировой рекорд ({holder}).</translation>
    </message>
    <message>
        <source>Bar to {days}, the world record.</source>
        <translation>Шкала до {days} — мировой рекорд.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> и </translation>
    </message>
    <message>
        <source>Bar to {days} ({holder}). Tick: {ticks}.</source>
        <translation>Шкала до {days} ({holder}). Метка: {ticks}.</translation>
    </message>
    <message>
        <source>Bar to {days}, the world record; tick: {short}, the record of their class.</source>
        <translation>Шкала до {days}, мировой рекорд; метка: {short}, рекорд в своей категории.</translation>
    </message>
    <message>
        <source>Bar to {days}, the world record; tick: {short}.</source>
        <translation>Шкала до {days}, мировой рекорд; метка: {short}.</translation>
    </message>
    <message>
        <source>Bar to {days}; tick: {short}.</source>
        <translation>Шкала до {days}; метка: {short}.</translation>
    </message>
    <message>
        <source>{days}, the {names} record</source>
        <translation>{days} — {names}</translation>
    </message>
    <message>
        <source>{days}, the {names} records</source>
        <translation>{days} — {names}</translation>
    </message>
    <message>
        <source>{records} until {day}</source>
        <translation>{records} до {day}</translation>
    </message>
</context>
<context>
    <name>Descent</name>
    <message>
        <source>{value} at {time}</source>
        <translation>{value} в {time}</translation>
    </message>
    <message>
        <source>Radio blackout</source>
        <translation>Перерыв связи</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Спуск</translation>
    </message>
    <message>
        <source>not solved yet</source>
        <translation>ещё не рассчитан</translation>
    </message>
    <message>
        <source>{name} {value}, modelled; reconstructed, not telemetry</source>
        <translation>{name} {value}, по модели; реконструкция, не телеметрия</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>ещё не введены</translation>
    </message>
    <message>
        <source>Parachutes: {state}. Their times are the vehicle&apos;s usual ones, modelled.</source>
        <translation>Парашюты: {state}. Времена — обычные для корабля, по модели.</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>Отсеки</translation>
    </message>
    <message>
        <source>corridor</source>
        <translation>коридор</translation>
    </message>
    <message>
        <source>range to go along the ground, km</source>
        <translation>дальность до места посадки, км</translation>
    </message>
    <message>
        <source>lift lost, {altitude}, {time}</source>
        <translation>потеря подъёмной силы, {altitude}, {time}</translation>
    </message>
    <message>
        <source>flown</source>
        <translation>пройдено</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>впереди</translation>
    </message>
    <message>
        <source>other modules</source>
        <translation>другие отсеки</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>что если</translation>
    </message>
    <message>
        <source>{height} m up</source>
        <translation>на высоте {height} м</translation>
    </message>
    <message>
        <source>on the ground</source>
        <translation>на земле</translation>
    </message>
    <message>
        <source>peak {value}</source>
        <translation>макс. {value}</translation>
    </message>
    <message>
        <source>{figures}. Parachute sequence: {stage}.</source>
        <translation>{figures}. Парашютная система: {stage}.</translation>
    </message>
    <message>
        <source>{name} {value}, {basis}; reconstructed, not telemetry</source>
        <translation>{name}: {value}, {basis}; реконструкция, не телеметрия</translation>
    </message>
    <message>
        <source>Parachutes and landing</source>
        <translation>Парашюты и посадка</translation>
    </message>
    <message>
        <source>Peaks of this flight</source>
        <translation>Максимумы этого полёта</translation>
    </message>
    <message>
        <source>{distance} to go</source>
        <translation>до посадки {distance}</translation>
    </message>
    <message>
        <source>rolling, no lift</source>
        <translation>закрутка, без подъёмной силы</translation>
    </message>
    <message>
        <source>bank {angle} right</source>
        <translation>крен {angle} вправо</translation>
    </message>
    <message>
        <source>bank {angle} left</source>
        <translation>крен {angle} влево</translation>
    </message>
    <message>
        <source>The descent is not computed yet</source>
        <translation>Спуск ещё не рассчитан</translation>
    </message>
    <message>
        <source>peak {name} {value}</source>
        <translation>макс. {name} {value}</translation>
    </message>
    <message>
        <source>Landed {time}</source>
        <translation>Посадка в {time}</translation>
    </message>
    <message>
        <source>the way down begins {time}</source>
        <translation>начало спуска в {time}</translation>
    </message>
    <message>
        <source>{event} in {time}</source>
        <translation>{event} через {time}</translation>
    </message>
    <message>
        <source>Entry, ballistic</source>
        <translation>Баллистический спуск</translation>
    </message>
    <message>
        <source>Entry, guided</source>
        <translation>Управляемый спуск</translation>
    </message>
    <message>
        <source>no radio until {time}</source>
        <translation>связи нет до {time}</translation>
    </message>
    <message>
        <source>{distance} short</source>
        <translation>недолёт {distance}</translation>
    </message>
    <message>
        <source>{distance} beyond</source>
        <translation>перелёт {distance}</translation>
    </message>
    <message>
        <source>{top} to {bottom} km</source>
        <translation>{top}–{bottom} км</translation>
    </message>
    <message>
        <source>radio blackout {start}–{end}</source>
        <translation>перерыв связи {start}–{end}</translation>
    </message>
    <message>
        <source>blackout</source>
        <translation>перерыв связи</translation>
    </message>
    <message>
        <source>{time}, modelled</source>
        <translation>{time}, по модели</translation>
    </message>
    <message>
        <source>lands with the crew</source>
        <translation>посадка экипажа</translation>
    </message>
    <message>
        <source>lands uncrewed</source>
        <translation>садится пустым</translation>
    </message>
    <message>
        <source>burns up;</source>
        <translation>сгорает;</translation>
    </message>
    <message>
        <source>not modelled</source>
        <translation>не моделируется</translation>
    </message>
    <message>
        <source>to {altitude}, {time}</source>
        <translation>до {altitude}, {time}</translation>
    </message>
    <message>
        <source>burns up; modelled</source>
        <translation>сгорает; модель</translation>
    </message>
    <message>
        <source>apart since {time}</source>
        <translation>разделены в {time}</translation>
    </message>
    <message>
        <source>together until {time}</source>
        <translation>вместе до {time}</translation>
    </message>
    <message>
        <source>Parachute sequence: {stage}</source>
        <translation>Парашютная система: {stage}</translation>
    </message>
    <message>
        <source>Beside it: {flight}</source>
        <translation>Рядом: {flight}</translation>
    </message>
    <message>
        <source>{basis}; reconstructed, not telemetry</source>
        <translation>{basis}; реконструкция, не телеметрия</translation>
    </message>
    <message>
        <source>{event} (times in UTC)</source>
        <translation>{event} (время UTC)</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Failure</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Buttons</source>
        <translation>Кнопки</translation>
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
        <source>model</source>
        <translation>модель</translation>
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
        <source>Trajectory reconstructed from the station&apos;s published orbital elements and published times.
It meets the reported landing time and place by construction; it is not telemetry.</source>
        <translation>Траектория восстановлена по опубликованным элементам орбиты станции и опубликованным временам.
Со временем и местом посадки из сообщений она совпадает по построению; это не телеметрия.</translation>
    </message>
    <message>
        <source>Trajectory reconstructed from the station&apos;s published orbital elements and published times.
No landing point was published: it flies to the nominal zone by construction; it is not telemetry.</source>
        <translation>Траектория восстановлена по опубликованным элементам орбиты станции и опубликованным временам.
Точка посадки не публиковалась: по построению полёт ведёт в расчётный район; это не телеметрия.</translation>
    </message>
    <message>
        <source>Elements: {source}, epoch {day} {time} UTC</source>
        <translation>Элементы орбиты: {source}, эпоха {day} {time} UTC</translation>
    </message>
    <message>
        <source>Port: {port}, {source}</source>
        <translation>Узел: {port}, {source}</translation>
    </message>
    <message>
        <source>Figures about which sources differ: {count} (mission-gui conflicts {id} lists them)</source>
        <translation>Расхождений между источниками: {count} (список: mission-gui conflicts {id})</translation>
    </message>
    <message>
        <source>Port: not known</source>
        <translation>Узел: неизвестен</translation>
    </message>
</context>
<context>
    <name>Library</name>
    <message>
        <source>Reading missions: {done} of {of}</source>
        <translation>Чтение экспедиций: {done} из {of}</translation>
    </message>
    <message>
        <source>did you mean {words}?</source>
        <translation>возможно, {words}?</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>Открывается {name}</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Библиотека</translation>
    </message>
    <message>
        <source>Missions</source>
        <translation>Экспедиции</translation>
    </message>
    <message>
        <source>Ground track of the last turn</source>
        <translation>Трасса последнего витка</translation>
    </message>
    <message>
        <source>About the mission</source>
        <translation>Об экспедиции</translation>
    </message>
    <message>
        <source>Open on the board</source>
        <translation>Открыть на экране</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>What to look for</source>
        <translation>Что искать</translation>
    </message>
    <message>
        <source>{column}, last first</source>
        <translation>{column}, по убыванию</translation>
    </message>
    <message>
        <source>Sorted by: {column}</source>
        <translation>Порядок: {column}</translation>
    </message>
    <message>
        <source>Crew, date, port, record, ballistic, flyaround, night …</source>
        <translation>Экипаж, дата, узел, рекорд, баллистический, облёт, ночная …</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>с ошибкой</translation>
    </message>
    <message>
        <source>ballistic</source>
        <translation>баллистический</translation>
    </message>
    <message>
        <source>record</source>
        <translation>рекорд</translation>
    </message>
    <message>
        <source>flyaround</source>
        <translation>облёт</translation>
    </message>
    <message>
        <source>night</source>
        <translation>ночная</translation>
    </message>
    <message>
        <source>uncrewed</source>
        <translation>без экипажа</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>своя</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>заменена</translation>
    </message>
    <message>
        <source>nobody aboard</source>
        <translation>без экипажа</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>{column}, sorted, last first</source>
        <translation>{column}, по убыванию</translation>
    </message>
    <message>
        <source>{column}, sorted</source>
        <translation>{column}, по возрастанию</translation>
    </message>
    <message>
        <source>{shown} of {known} missions</source>
        <translation>{shown} из {known} экспедиций</translation>
    </message>
    <message>
        <source>{count} broken, last in the list</source>
        <translation>с ошибкой: {count}, в конце списка</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Этот файл не читается.</translation>
    </message>
    <message>
        <source>Spacecraft</source>
        <translation>Корабль</translation>
    </message>
    <message>
        <source>Undocking</source>
        <translation>Расстыковка</translation>
    </message>
    <message>
        <source>Landing</source>
        <translation>Посадка</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Узел</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Спуск</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>был</translation>
    </message>
    <message>
        <source>none told</source>
        <translation>не упоминается</translation>
    </message>
    <message>
        <source>Flyaround</source>
        <translation>Облёт</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Место</translation>
    </message>
    <message>
        <source>daylight</source>
        <translation>день</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Освещённость</translation>
    </message>
    <message>
        <source>{place} (nominal zone, no point published)</source>
        <translation>{place} (расчётный район, точка не публиковалась)</translation>
    </message>
    <message>
        <source>Another file with this id is opened by its name.</source>
        <translation>По этому имени открывается другой файл.</translation>
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
    <name>Map</name>
    <message>
        <source>Landing zone: {told}.</source>
        <translation>Район посадки: {told}.</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Что если</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Map view</source>
        <translation>Вид карты</translation>
    </message>
    <message>
        <source>Map view (right-click)</source>
        <translation>Вид карты (правая кнопка)</translation>
    </message>
    <message>
        <source>in shadow, sunrise in {time}</source>
        <translation>в тени, восход через {time}</translation>
    </message>
    <message>
        <source>sunlit, sunset in {time}</source>
        <translation>на свету, заход через {time}</translation>
    </message>
    <message>
        <source>sunlit</source>
        <translation>на свету</translation>
    </message>
    <message>
        <source>in shadow</source>
        <translation>в тени</translation>
    </message>
    <message>
        <source>radio blackout, ends in {time}</source>
        <translation>плазма, связь через {time}</translation>
    </message>
    <message>
        <source>in contact: {stations}, for {time}</source>
        <translation>на связи: {stations}, ещё {time}</translation>
    </message>
    <message>
        <source>no ground contact</source>
        <translation>вне зоны связи</translation>
    </message>
    <message>
        <source>no ground contact before landing</source>
        <translation>до посадки связи с землёй не будет</translation>
    </message>
    <message>
        <source>no ground contact, {station} in {time}</source>
        <translation>вне зоны связи, {station} через {time}</translation>
    </message>
    <message>
        <source>{basis}; not telemetry.</source>
        <translation>{basis}; это не телеметрия.</translation>
    </message>
    <message>
        <source>± is one standard deviation of the reconstruction.</source>
        <translation>± — одно стандартное отклонение реконструкции.</translation>
    </message>
    <message>
        <source>{ship} at {latitude} {longitude}, on the ground.</source>
        <translation>{ship}: {latitude} {longitude}, на земле.</translation>
    </message>
    <message>
        <source>{ship} at {latitude} {longitude}, on the ground in {country}.</source>
        <translation>{ship}: {latitude} {longitude}, на земле, {country}.</translation>
    </message>
    <message>
        <source>{ship} at {latitude} {longitude}, {altitude} up over the sea, {going} to go.</source>
        <translation>{ship}: {latitude} {longitude}, высота {altitude}, внизу море, до места посадки {going}.</translation>
    </message>
    <message>
        <source>{ship} at {latitude} {longitude}, {altitude} up over {country}, {going} to go.</source>
        <translation>{ship}: {latitude} {longitude}, высота {altitude}, внизу {country}, до места посадки {going}.</translation>
    </message>
    <message>
        <source>heard by {stations}</source>
        <translation>на связи: {stations}</translation>
    </message>
    <message>
        <source>hears the ship for {time}: {contact}</source>
        <translation>на связи ещё {time}: {contact}</translation>
    </message>
    <message>
        <source>next in {time}: {contact}</source>
        <translation>следующий сеанс через {time}: {contact}</translation>
    </message>
    <message>
        <source>last: {contact}</source>
        <translation>последний сеанс: {contact}</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>сеансов нет</translation>
    </message>
    <message>
        <source>AOS {start} · LOS {end} UTC</source>
        <translation>вход {start} · выход {end} UTC</translation>
    </message>
    <message>
        <source>highest {angle}</source>
        <translation>до {angle} над горизонтом</translation>
    </message>
    <message>
        <source>landed</source>
        <translation>на земле</translation>
    </message>
    <message>
        <source>landed · in the nominal zone</source>
        <translation>сел · район расчётный</translation>
    </message>
    <message>
        <source>nominal zone · {distance}</source>
        <translation>расчётный · {distance}</translation>
    </message>
    <message>
        <source>{distance} to go</source>
        <translation>ещё {distance}</translation>
    </message>
    <message>
        <source>Nominal zone</source>
        <translation>Расчётный район</translation>
    </message>
    <message>
        <source>Landing place</source>
        <translation>Место посадки</translation>
    </message>
    <message>
        <source>No landing point was published: the flight is fitted to the nominal zone.</source>
        <translation>Точка посадки не публиковалась: полёт подогнан к расчётному району.</translation>
    </message>
    <message>
        <source>Computed along the great circle from the landing place.</source>
        <translation>Рассчитано по дуге большого круга от места посадки.</translation>
    </message>
    <message>
        <source>Modelled: simulated descents with the uncertainty of burn, atmosphere, wind and lift.</source>
        <translation>По модели: расчётные спуски с разбросом импульса, атмосферы, ветра и подъёмной силы.</translation>
    </message>
    <message>
        <source>From the landing place, modelled: without lift nothing steers across the track.</source>
        <translation>От места посадки, модель: без подъёмной силы нечем управлять поперёк трассы.</translation>
    </message>
    <message>
        <source>No source at hand tells it.</source>
        <translation>Источников, где это сказано, нет.</translation>
    </message>
    <message>
        <source>Light and contacts are computed from the way; not telemetry.</source>
        <translation>Освещённость и связь рассчитаны по траектории; это не телеметрия.</translation>
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
        <source>MISSION</source>
        <translation>ЭКСПЕДИЦИЯ</translation>
    </message>
    <message>
        <source>All missions</source>
        <translation>Все экспедиции</translation>
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
    <name>Picture</name>
    <message>
        <source>Picture</source>
        <translation>Снимок</translation>
    </message>
    <message>
        <source>As the board</source>
        <translation>Как на экране</translation>
    </message>
    <message>
        <source>Caption: what it shows, from what, by whom</source>
        <translation>Подпись: что показано, по каким данным, чем</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ширина</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Размер</translation>
    </message>
    <message>
        <source>Width and height</source>
        <translation>Ширина и высота</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Marking</source>
        <translation>&amp;Пометка</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Формат</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Папка</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Папка для снимков</translation>
    </message>
</context>
<context>
    <name>Proximity</name>
    <message>
        <source>docked to {port}</source>
        <translation>в составе МКС, {port}</translation>
    </message>
    <message>
        <source>docked, port not known</source>
        <translation>в составе МКС, узел неизвестен</translation>
    </message>
    <message>
        <source>range {distance} · {rate}</source>
        <translation>дальность {distance} · {rate}</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Дальность</translation>
    </message>
    <message>
        <source>Range to the ISS {distance}, {basis}</source>
        <translation>До МКС {distance}, {basis}</translation>
    </message>
    <message>
        <source>Proximity operations are over</source>
        <translation>Полёт вблизи станции завершён</translation>
    </message>
    <message>
        <source>Deorbit burn ended {time} UTC</source>
        <translation>Тормозной импульс закончен в {time} UTC</translation>
    </message>
    <message>
        <source>{ship} is docked to {port}, on the International Space Station.</source>
        <translation>{ship} — в составе Международной космической станции, модуль {port}.</translation>
    </message>
    <message>
        <source>{ship} is docked, port not known, on the International Space Station.</source>
        <translation>{ship} — в составе Международной космической станции, стыковочный узел неизвестен.</translation>
    </message>
    <message>
        <source>{ship} is {distance} from the centre of the ISS, {trend}: {places}; {basis}.</source>
        <translation>{ship}: {distance} до центра МКС, {trend}; {places}; {basis}.</translation>
    </message>
    <message>
        <source>in the orbit plane</source>
        <translation>в плоскости орбиты</translation>
    </message>
    <message>
        <source>holding its distance</source>
        <translation>дальность не меняется</translation>
    </message>
    <message>
        <source>opening at {rate}</source>
        <translation>удаляется, {rate}</translation>
    </message>
    <message>
        <source>closing at {rate}</source>
        <translation>приближается, {rate}</translation>
    </message>
    <message>
        <source>{basis}; the burns are {kind}: {source}</source>
        <translation>{basis}; импульсы — {kind}: {source}</translation>
    </message>
    <message>
        <source>{basis}, not telemetry; the burns are {kind}: {source}</source>
        <translation>{basis}, не телеметрия; импульсы: {kind}, {source}</translation>
    </message>
    <message>
        <source>size {kind}: {source}</source>
        <translation>размеры — {kind}: {source}</translation>
    </message>
    <message>
        <source>place {kind}: {source}</source>
        <translation>положение — {kind}: {source}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Crew</source>
        <translation>Экипаж</translation>
    </message>
    <message>
        <source>where they are</source>
        <translation>где находятся</translation>
    </message>
    <message>
        <source>Recovery forces</source>
        <translation>Поисковые силы</translation>
    </message>
    <message>
        <source>state, then next</source>
        <translation>состояние, затем</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>time, difference</source>
        <translation>время, отклонение</translation>
    </message>
    <message>
        <source>Journeys home</source>
        <translation>Дорога домой</translation>
    </message>
    <message>
        <source>great circle</source>
        <translation>по дуге большого круга</translation>
    </message>
    <message>
        <source>{name}: {state}; the way home is not known</source>
        <translation>{name}: {state}; дорога домой неизвестна</translation>
    </message>
    <message>
        <source>{name} (times in UTC)</source>
        <translation>{name} (время UTC)</translation>
    </message>
    <message>
        <source>{line}  ← now</source>
        <translation>{line}  ← сейчас</translation>
    </message>
    <message>
        <source>Nobody aboard</source>
        <translation>На борту никого</translation>
    </message>
    <message>
        <source>{length}, from {time}</source>
        <translation>{length}, с {time}</translation>
    </message>
    <message>
        <source>{vehicle}, {length}, {start} to {end} UTC</source>
        <translation>{vehicle}, {length}, {start} – {end} UTC</translation>
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
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Let the layout follow the phase of the flight</source>
        <translation>Расположение следует за этапом полёта</translation>
    </message>
    <message>
        <source>Show the tour again</source>
        <translation>Показать знакомство снова</translation>
    </message>
    <message>
        <source>Kept in {place}</source>
        <translation>Хранятся в {place}</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Тема</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>La&amp;yout</source>
        <translation>&amp;Расположение</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>Side tabs</name>
    <message>
        <source>Side tabs</source>
        <translation>Вкладки</translation>
    </message>
    <message>
        <source>Recovery, descent, coverage, cards and what-if</source>
        <translation>Эвакуация, спуск, эфир, справки и «что если»</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Where the figures come from</source>
        <translation>Откуда эти величины</translation>
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
<context>
    <name>Tour</name>
    <message>
        <source>Tour</source>
        <translation>Знакомство</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>{at} of {all}</source>
        <translation>{at} из {all}</translation>
    </message>
</context>
<context>
    <name>View</name>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Nearer</source>
        <translation>Ближе</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>Automatic view</source>
        <translation>Автоматический вид</translation>
    </message>
</context>
<context>
    <name>What if</name>
    <message>
        <source>As flown</source>
        <translation>Как в полёте</translation>
    </message>
    <message>
        <source>What comes of it</source>
        <translation>Что получится</translation>
    </message>
    <message>
        <source>The descent is being computed.</source>
        <translation>Спуск рассчитывается.</translation>
    </message>
    <message>
        <source>below {altitude}</source>
        <translation>ниже {altitude}</translation>
    </message>
    <message>
        <source>Landed on the reserve parachute</source>
        <translation>Посадка на запасном парашюте</translation>
    </message>
    <message>
        <source>Reserve parachute: not known of this ship</source>
        <translation>Запасной парашют: нет данных</translation>
    </message>
    <message>
        <source>Main parachute fails, reserve opens</source>
        <translation>Отказ основного парашюта, ввод запасного</translation>
    </message>
    <message>
        <source>Nothing is changed: this is the flight as it was flown.</source>
        <translation>Ничего не изменено: полёт такой, каким был.</translation>
    </message>
    <message>
        <source>{name} {changed} instead of {before}</source>
        <translation>{name} {changed} вместо {before}</translation>
    </message>
    <message>
        <source>With these changes: {parts}. Modelled.</source>
        <translation>С этими изменениями: {parts}. По модели.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Opening {name}</source>
        <translation>Открывается {name}</translation>
    </message>
    <message>
        <source>Computing the flight</source>
        <translation>Расчёт полёта</translation>
    </message>
    <message>
        <source>The file was saved: it is read anew</source>
        <translation>Файл сохранён и прочитан заново</translation>
    </message>
    <message>
        <source>The last run ended in a crash. The report: {path}</source>
        <translation>Прошлый запуск закончился сбоем. Отчёт: {path}</translation>
    </message>
    <message>
        <source>The settings cannot be kept ({why}): {place}</source>
        <translation>Настройки не сохраняются ({why}): {place}</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
    <message>
        <source>{path}: the process that drew this picture was ended from outside: take it again</source>
        <translation>{path}: процесс, который рисовал снимок, завершён извне: сделайте снимок ещё раз</translation>
    </message>
    <message>
        <source>The program has a fault that kept it from opening the mission.</source>
        <translation>Ошибка в программе не дала открыть полёт.</translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation>В программе произошла ошибка.</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, please report it with these details.</source>
        <translation>Можно продолжать. Если это повторится, сообщите об ошибке с этими подробностями.</translation>
    </message>
    <message>
        <source>They are kept in {folder}.</source>
        <translation>Они сохранены в {folder}.</translation>
    </message>
    <message>
        <source>The layout follows the phase of the flight</source>
        <translation>Расположение следует за этапом полёта</translation>
    </message>
    <message>
        <source>Save the layout</source>
        <translation>Сохранить расположение</translation>
    </message>
    <message>
        <source>A name for this arrangement of panels</source>
        <translation>Название этого расположения панелей</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>A layout needs a name of its own</source>
        <translation>Расположению нужно своё название</translation>
    </message>
    <message>
        <source>Saved the layout {name}; Ctrl K finds it</source>
        <translation>Расположение «{name}» сохранено; его находит Ctrl K</translation>
    </message>
    <message>
        <source>Deleted the layout {name}</source>
        <translation>Расположение «{name}» удалено</translation>
    </message>
    <message>
        <source>There is no other view to go to</source>
        <translation>Другого вида нет</translation>
    </message>
    <message>
        <source>Delete the layout {name}</source>
        <translation>Удалить расположение «{name}»</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>Показать: {name}</translation>
    </message>
    <message>
        <source>Drag to move, double-click to float, right-click for more</source>
        <translation>Перетащите, чтобы переставить; двойной щелчок — отдельное окно; правая кнопка — меню</translation>
    </message>
    <message>
        <source>Back into the board</source>
        <translation>Вернуть на экран</translation>
    </message>
    <message>
        <source>Into a window of its own</source>
        <translation>В отдельное окно</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Переместить</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Go to a time or event</source>
        <translation>Перейти ко времени или событию</translation>
    </message>
    <message>
        <source>Time or event</source>
        <translation>Время или событие</translation>
    </message>
    <message>
        <source>touchdown-00:05:00</source>
        <translation>посадка-00:05:00</translation>
    </message>
    <message>
        <source>This mission cannot be shown</source>
        <translation>Этот полёт показать нельзя</translation>
    </message>
    <message>
        <source>Repeats at the end</source>
        <translation>В конце — повтор</translation>
    </message>
    <message>
        <source>Stops at the end</source>
        <translation>В конце — остановка</translation>
    </message>
    <message>
        <source>Slows down at events</source>
        <translation>Замедление у событий</translation>
    </message>
    <message>
        <source>Keeps its speed at events</source>
        <translation>Без замедления у событий</translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation>Скопировано: {text}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Find a command, event, person, card, source or mission</source>
        <translation>Команда, событие, человек, справка, источник или экспедиция</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Ничего не найдено.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>и ещё {count}</translation>
    </message>
    <message>
        <source>The saved file cannot be shown; the flight from before stays</source>
        <translation>Сохранённый файл показать нельзя; остаётся прежний полёт</translation>
    </message>
    <message>
        <source>Copied: the picture, and what it shows in words</source>
        <translation>Скопировано: снимок и его описание словами</translation>
    </message>
    <message>
        <source>This file was made from other data ({made}, now {now}): figures may differ</source>
        <translation>Файл сделан по другим данным ({made}, сейчас {now}): значения могут отличаться</translation>
    </message>
    <message>
        <source>The picture is being made</source>
        <translation>Снимок готовится</translation>
    </message>
    <message>
        <source>Choose a panel first: F6 leads from one to the next</source>
        <translation>Сначала выберите панель: F6 ведёт от одной к следующей</translation>
    </message>
    <message>
        <source>There is no room for that</source>
        <translation>Для этого нет места</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Панели</translation>
    </message>
</context>
</TS>
