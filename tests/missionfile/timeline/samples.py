"""Timelines in the forms in which agencies print them."""

AGENCY_PAGE = """Soyuz timeline – from hatch closing and undocking to landing (ET)
Time (listed in
Eastern time)
Description
16:10

Crew farewells and hatch closing (Kononenko, Saint-Jacques, McClain)

19:24:00

Undocking command to begin to open hooks and latches that hold the Soyuz tight to the International Space Station (ISS)

19:25:30

Undocking. With hooks opened, physical separation of the Soyuz spacecraft from the Poisk module

19:28:30

Separation burn

8-second burn of the Soyuz engines, 0.53 metres/second

21:55:03

Deorbit Burn

22:22:29

Separation of Module

22:25:20

Entry interface

22:26:49

Entry into Plasma and entry guidance begins

22:31:36

Exit from Plasma and maximum G-loads (4-5 G's) on the crew

22:33:37

Command to open chutes

22:47:53

Soft landing engine firing

22:47:55

Landing (08:47:55, on , local time in Kazakhstan).
"""

TV_SCHEDULE = """Upcoming NASA TV Soyuz landing programming events (all times CST):

Monday, Nov. 30:
-- 6:30 p.m. Farewells and Hatch Closure (hatch closure scheduled at 6:53 p.m.)
-- 9:30 p.m. Undocking (undocking scheduled at 9:53 p.m.)

Tuesday, Dec. 1:
-- 12 a.m. Deorbit burn and landing (deorbit burn scheduled at 12:25 a.m.; landing scheduled at 1:16 a.m.)
12:30 p.m. – Video File feed of landing site activities
"""

BRACKETS = """(all times Central):
Monday, May 23, 2011
2:30 p.m. – Soyuz TMA-20 crew farewells and hatch closure (3 p.m.) coverage
5:45 p.m. – Undocking (6:06 p.m.) coverage
8:15 p.m. – Deorbit burn (8:35 p.m.) and landing (9:26 p.m.) coverage
"""

TABLE = """<!DOCTYPE html><html><head><title>Soyuz MS-19 Landing Timeline</title><style>td { top: 1:00 }</style></head>
<body><h2>March 29, 2022</h2>
<table><tr><th>Event</th><th>EDT</th><th>GMT</th><th>Moscow</th></tr>
<tr><td>Hatch <b>closing</b></td><td>11:45 p.m.</td><td>03:45</td><td>6:45</td></tr>
<tr><td>Undocking command</td><td>3:18:00 a.m.</td><td>7:18:00</td><td>10:18:00</td></tr>
<tr><td>Physical separation</td><td>3:21:00&nbsp;a.m.</td><td>7:21:00</td><td>10:21:00</td></tr>
<tr><td>Deorbit burn</td><td>6:34 a.m.</td><td>10:34</td><td>13:34</td></tr>
<tr><td>Cue card closed</td><td>7:00 a.m.</td><td>12:00</td><td>14:00</td></tr>
<tr><td>Landing</td><td>7:28 a.m.</td><td>11:28</td><td>14:28</td></tr>
</table></body></html>"""

CSV = """Date,Moscow time,Event
2012-09-17,03:09,"Undocking, from Poisk"
2012-09-17,05:56:20,Deorbit burn
2012-09-17,06:53,Landing
"""

STAMPS = """2022-03-30T07:21:03Z  Undocking
2022-03-30 13:34:00+03:00  Deorbit burn
089/11:28 GMT Touchdown
1128 GMT Hatch opened
"""

PLAN = """{"SOYUZ": [
  {"name": "Deorbit burn", "start": 1648636440000, "end": 1648636721000, "type": "SOYUZ", "color": "orange",
   "textColor": "white"},
  {"name": "Undocking", "start": 1648624863000, "end": 1648624863000, "type": "SOYUZ"}],
 "CREW": [
  {"name": "Suits on", "start": 1648609200000, "end": 1648612800000, "type": "CREW"},
  {"name": "Late", "start": 1e300, "end": 2, "type": "CREW"},
  {"name": "Backward", "start": 1648612800000, "end": 1648609200000},
  {"start": 1648612800000}, 7]}"""
