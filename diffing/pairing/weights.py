"""Points of both looks, fitted to the gold pairs by ``benchmarks/fit_pairing.py``; do not edit by hand."""

from __future__ import annotations

from diffing.pairing.scorecard import Card, Measure

FIRST_LOOK = Card(
    start=-3.777,
    measures=(
        Measure(
            name="words",
            limits=(0.1992, 0.2096, 0.2321, 0.5945),
            points=(-0.193, -0.103, -0.047, 0.081, 0.324),
        ),
        Measure(
            name="pairs_shared",
            limits=(1.777, 2.745, 2.881, 3.242, 3.825),
            points=(-0.724, -0.689, -0.126, 0.321, 0.508, 0.584),
        ),
        Measure(
            name="votes_most",
            limits=(0.01115, 0.07384),
            points=(-0.253, 0.34, 0.517),
        ),
        Measure(
            name="votes_least",
            limits=(0.0, 0.08852, 0.3764),
            points=(-0.224, 0.587, 2.017, 2.157),
        ),
        Measure(
            name="mutual",
            limits=(0.0,),
            points=(-0.042, 0.478),
        ),
        Measure(
            name="in_order",
            limits=(0.2778, 0.2963, 0.3261),
            points=(-0.282, -0.01, 0.068, 0.094),
        ),
        Measure(
            name="length_ratio",
            limits=(2.088,),
            points=(-0.011, 0.122),
        ),
        Measure(
            name="length",
            limits=(4.727,),
            points=(-0.042, 0.133),
        ),
        Measure(
            name="heading",
            limits=(0.5, 0.75),
            points=(-0.149, 0.164, 1.173),
        ),
        Measure(
            name="words_lead_most",
            limits=(-0.09294, -0.05667, -0.04914, -0.04023, -0.0002314, 0.06052),
            points=(-0.698, -0.426, -0.259, 0.144, 0.482, 0.637, 0.718),
        ),
        Measure(
            name="words_lead_least",
            limits=(-0.6374, -0.2307, -0.1473, -0.07791),
            points=(-0.71, -0.337, 0.036, 0.339, 0.673),
        ),
        Measure(
            name="pairs_lead_most",
            limits=(-0.02719, 0.01885, 0.04767),
            points=(-0.117, -0.051, 0.168, 0.542),
        ),
        Measure(
            name="pairs_lead_least",
            limits=(-0.2328,),
            points=(-0.504, 0.238),
        ),
    ),
)

SECOND_LOOK = Card(
    start=-3.777,
    measures=(
        Measure(
            name="first_look",
            limits=(-6.662, -5.96, -5.754, -5.462, -5.134, -4.503, -4.364, -3.114, -2.775, -1.164, 0.189),
            points=(-1.446, -0.738, -0.681, -0.427, -0.282, -0.122, 0.313, 0.765, 1.251, 1.745, 3.142, 3.247),
        ),
        Measure(
            name="beside",
            limits=(0.01267, 0.03658),
            points=(-0.529, 0.101, 0.287),
        ),
        Measure(
            name="both_beside",
            limits=(0.008423, 0.01581, 0.04165, 1.503),
            points=(-0.276, -0.128, 0.175, 0.433, 0.465),
        ),
        Measure(
            name="around",
            limits=(0.1166, 0.1611, 0.3909),
            points=(-0.712, -0.684, 0.351, 0.447),
        ),
        Measure(
            name="off_chain_most",
            limits=(0.0,),
            points=(0.074, -0.032),
        ),
        Measure(
            name="off_chain_least",
            limits=(0.0, 2.015),
            points=(0.085, 0.057, -0.382),
        ),
        Measure(
            name="share_most",
            limits=(0.007654, 0.0328, 0.1265, 0.7601),
            points=(-0.801, -0.035, 0.078, 0.273, 0.522),
        ),
        Measure(
            name="share_least",
            limits=(0.05961, 0.09982, 0.4719, 0.7717),
            points=(-0.494, -0.306, 0.048, 0.447, 1.71),
        ),
        Measure(
            name="rival_most",
            limits=(0.02382,),
            points=(0.025, -0.005),
        ),
        Measure(
            name="rival_least",
            limits=(0.8269,),
            points=(0.008, -0.058),
        ),
    ),
)
