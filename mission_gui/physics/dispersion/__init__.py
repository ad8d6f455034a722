"""Where the module may land: many entries and parachute descents, each with errors drawn from an assumed error model.

errors    the error model, and draws from it
motion    equations of motion for many modules at once
entry     from module separation to the parachute command
guidance  steering that follows the nominal flight, and what the nominal flight is
canopy    from the parachute command to touchdown
problem   what all samples of a mission share
chunks    samples in chunks, in this process, in worker processes, or on a cluster
summary   mean, spread, ellipse of 95 %
"""
