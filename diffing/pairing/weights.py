"""Points of both looks, made by ``benchmarks/fit_pairing.py``; do not edit by hand.
"""

from __future__ import annotations

from diffing.pairing.scorecard import Card, Measure

FIRST_LOOK = Card(
    start=-3.821,
    measures=(
        Measure(
            name="words",
            limits=(0.2085, 0.5913,),
            points=(-0.136, 0.086, 0.205,),
        ),
        Measure(
            name="pairs",
            limits=(0.4465,),
            points=(-0.044, 0.138,),
        ),
        Measure(
            name="pairs_shared",
            limits=(1.748, 2.716, 2.858, 3.225, 3.916,),
            points=(-0.668, -0.634, -0.294, 0.332, 0.522, 0.555,),
        ),
        Measure(
            name="votes_most",
            limits=(0.009589, 0.06036,),
            points=(-0.251, 0.334, 0.510,),
        ),
        Measure(
            name="votes_least",
            limits=(0, 0.085,),
            points=(-0.205, 1.008, 2.483,),
        ),
        Measure(
            name="in_order",
            limits=(0.2794, 0.2941,),
            points=(-0.262, -0.029, 0.087,),
        ),
        Measure(
            name="length_ratio",
            limits=(1.946,),
            points=(-0.016, 0.148,),
        ),
        Measure(
            name="length",
            limits=(4.736, 4.949,),
            points=(-0.040, 0.108, 0.138,),
        ),
        Measure(
            name="heading",
            limits=(0.4, 0.5, 0.75,),
            points=(-0.153, 0.126, 0.310, 1.195,),
        ),
        Measure(
            name="words_lead_most",
            limits=(-0.09512, -0.0566, -0.04931, -0.04105, -0.004292, 0.03082, 0.1111,),
            points=(-0.751, -0.380, -0.259, 0.152, 0.383, 0.537, 0.756, 0.899,),
        ),
        Measure(
            name="words_lead_least",
            limits=(-0.6457, -0.2299, -0.1486, -0.08081, -0.07519,),
            points=(-0.822, -0.362, 0.079, 0.395, 0.536, 0.734,),
        ),
        Measure(
            name="pairs_lead_most",
            limits=(-0.02665, 0.01573, 0.03824,),
            points=(-0.108, -0.049, 0.057, 0.428,),
        ),
        Measure(
            name="pairs_lead_least",
            limits=(-0.2508, -0.1675, 0.1555,),
            points=(-0.428, 0.107, 0.168, 0.303,),
        ),
    ),
)

SECOND_LOOK = Card(
    start=-3.821,
    measures=(
        Measure(
            name="first_look",
            limits=(-6.63, -6.446, -5.765, -5.17, -4.588, -4.402, -3.285, -1.422, -0.01516,),
            points=(-1.636, -1.087, -0.768, -0.589, -0.109, 0.495, 0.650, 1.896, 3.328, 3.517,),
        ),
        Measure(
            name="beside",
            limits=(0.01441, 0.03633,),
            points=(-0.500, -0.407, 0.352,),
        ),
        Measure(
            name="both_beside",
            limits=(0.007122, 0.01588, 0.01936, 0.0384, 1.455, 1.563,),
            points=(-0.360, -0.105, -0.012, 0.200, 0.458, 0.496, 0.568,),
        ),
        Measure(
            name="around",
            limits=(0.1658,),
            points=(-0.719, 0.411,),
        ),
        Measure(
            name="off_chain_least",
            limits=(2.079,),
            points=(0.042, -0.255,),
        ),
        Measure(
            name="share_most",
            limits=(0.00803, 0.009241, 0.03626, 0.7351, 0.928, 0.9466, 0.9538,),
            points=(-0.491, -0.452, -0.132, 0.052, 0.570, 0.661, 0.697, 0.834,),
        ),
        Measure(
            name="share_least",
            limits=(0.02103, 0.468, 0.7551, 0.8412,),
            points=(-0.338, -0.246, 0.289, 0.748, 0.966,),
        ),
        Measure(
            name="rival_most",
            limits=(0.02474, 0.03759,),
            points=(0.204, 0.171, -0.056,),
        ),
        Measure(
            name="rival_least",
            limits=(0.8457,),
            points=(0.037, -0.270,),
        ),
    ),
)
