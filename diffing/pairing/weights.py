"""Points of both looks, fitted to the gold pairs by ``benchmarks/fit_pairing.py``; do not edit by hand."""

from __future__ import annotations

from diffing.pairing.scorecard import Card, Measure

FIRST_LOOK = Card(
    start=-3.778,
    measures=(
        Measure(
            name="words",
            limits=(0.1988, 0.6208),
            points=(-0.17, -0.072, 0.423),
        ),
        Measure(
            name="pairs_shared",
            limits=(2.0, 2.736, 2.806, 2.875, 3.207, 3.243, 3.396, 3.763),
            points=(-0.967, -0.74, -0.06, 0.084, 0.329, 0.528, 0.609, 0.644, 0.672),
        ),
        Measure(
            name="votes_most",
            limits=(0.009464,),
            points=(-0.167, 0.294),
        ),
        Measure(
            name="votes_least",
            limits=(0.0, 0.08226),
            points=(-0.199, 0.575, 2.011),
        ),
        Measure(
            name="mutual",
            limits=(0.0,),
            points=(-0.042, 0.475),
        ),
        Measure(
            name="in_order",
            limits=(0.2778, 0.2941, 0.3235),
            points=(-0.297, -0.095, 0.025, 0.108),
        ),
        Measure(
            name="length_ratio",
            limits=(2.033,),
            points=(-0.024, 0.239),
        ),
        Measure(
            name="length",
            limits=(4.727,),
            points=(-0.021, 0.064),
        ),
        Measure(
            name="heading",
            limits=(0.4, 0.5, 0.75),
            points=(-0.123, 0.029, 0.249, 0.89),
        ),
        Measure(
            name="words_lead_most",
            limits=(-0.09423, -0.05731, -0.04958, -0.04083, 0.01068, 0.07008),
            points=(-0.647, -0.575, -0.248, 0.181, 0.408, 0.574, 1.023),
        ),
        Measure(
            name="words_lead_least",
            limits=(-0.636, -0.2339, -0.1486, -0.07791, 0.147),
            points=(-0.682, -0.349, 0.028, 0.219, 0.659, 0.72),
        ),
        Measure(
            name="pairs_lead_most",
            limits=(-0.1222, 0.01059, 0.01732),
            points=(-0.278, -0.095, 0.249, 0.499),
        ),
        Measure(
            name="pairs_lead_least",
            limits=(-0.236, -0.2079),
            points=(-0.474, 0.17, 0.234),
        ),
    ),
)

SECOND_LOOK = Card(
    start=-3.778,
    measures=(
        Measure(
            name="first_look",
            limits=(-6.948, -6.387, -6.07, -5.698, -4.888, -4.37, -3.115, -2.185, -0.268),
            points=(-1.07, -0.998, -0.87, -0.583, -0.384, 0.089, 0.35, 1.615, 1.977, 3.411),
        ),
        Measure(
            name="beside",
            limits=(0.00748, 0.01069, 0.01654, 0.03077, 0.07983),
            points=(-0.522, -0.235, 0.031, 0.125, 0.205, 0.296),
        ),
        Measure(
            name="both_beside",
            limits=(0.005236, 0.007671, 0.01071, 0.01354, 0.0367, 1.73),
            points=(-0.312, -0.187, -0.115, -0.03, 0.168, 0.4, 0.438),
        ),
        Measure(
            name="around",
            limits=(0.1067, 0.1422, 0.2052),
            points=(-0.729, 0.078, 0.12, 0.402),
        ),
        Measure(
            name="off_chain_least",
            limits=(2.079,),
            points=(0.04, -0.228),
        ),
        Measure(
            name="share_most",
            limits=(0.005441, 0.008359, 0.04007, 0.06155, 0.1355, 0.3478),
            points=(-0.941, -0.506, -0.057, -0.001, 0.15, 0.248, 0.563),
        ),
        Measure(
            name="share_least",
            limits=(0.6593, 0.7821),
            points=(-0.234, 0.404, 0.6),
        ),
        Measure(
            name="heading",
            limits=(0.4, 0.5, 0.75),
            points=(-0.075, 0.09, 0.278, 0.441),
        ),
        Measure(
            name="in_order",
            limits=(0.2778, 0.3382),
            points=(-0.246, 0.035, 0.071),
        ),
        Measure(
            name="mutual",
            limits=(0.0,),
            points=(-0.033, 0.06),
        ),
        Measure(
            name="votes_least",
            limits=(0.0, 0.1822, 0.3085),
            points=(-0.215, 0.52, 0.625, 0.746),
        ),
    ),
)
