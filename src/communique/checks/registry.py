"""The rules, one line each, sorted by code; installed packages may offer more."""

from __future__ import annotations

from collections.abc import Iterable

from communique.checks.background import Background
from communique.checks.rule import Rule
from communique.checks.rules.ari101_growth_contradicts_levels import GrowthContradictsLevels
from communique.checks.rules.ari102_growth_contradicts_earlier_level import (
    GrowthContradictsEarlierLevel,
)
from communique.checks.rules.ari103_parts_do_not_sum_to_total import PartsDoNotSumToTotal
from communique.checks.rules.ari104_balance_contradicts_flows import BalanceContradictsFlows
from communique.checks.rules.ari105_share_contradicts_whole import ShareContradictsWhole
from communique.checks.rules.ari106_months_exceed_year import MonthsExceedYear
from communique.checks.rules.ari107_per_unit_contradicts_total import PerUnitContradictsTotal
from communique.checks.rules.ari108_pledges_do_not_sum import PledgesDoNotSum
from communique.checks.rules.ari109_off_by_a_factor_of_thousand import OffByAFactorOfThousand
from communique.checks.rules.ari110_same_number_in_two_currencies import SameNumberInTwoCurrencies
from communique.checks.rules.ari111_growth_contradicts_growth import GrowthContradictsGrowth
from communique.checks.rules.ari112_rank_contradicts_count import RankContradictsCount
from communique.checks.rules.ari113_conversions_disagree import ConversionsDisagree
from communique.checks.rules.ari115_levels_contradict import LevelsContradict
from communique.checks.rules.cal201_weekday_contradicts_date import WeekdayContradictsDate
from communique.checks.rules.cal202_impossible_date import ImpossibleDate
from communique.checks.rules.cal203_tense_contradicts_publication import TenseContradictsPublication
from communique.checks.rules.cal204_anniversary_contradicts_founding import (
    AnniversaryContradictsFounding,
)
from communique.checks.rules.cal205_ordinals_out_of_order import OrdinalsOutOfOrder
from communique.checks.rules.cal206_ordinal_skipped_or_repeated import OrdinalSkippedOrRepeated
from communique.checks.rules.cal207_first_claim_contradicted import FirstClaimContradicted
from communique.checks.rules.cal208_duration_contradicts_end_points import (
    DurationContradictsEndPoints,
)
from communique.checks.rules.cal209_planned_event_without_report import PlannedEventWithoutReport
from communique.checks.rules.cal210_two_dates_for_one_act import TwoDatesForOneAct
from communique.checks.rules.cal211_date_does_not_follow_from_term import DateDoesNotFollowFromTerm
from communique.checks.rules.cal212_anniversary_contradicts_dossier import (
    AnniversaryContradictsDossier,
)
from communique.checks.rules.com401_hedged_words_reported_as_firm import HedgedWordsReportedAsFirm
from communique.checks.rules.com402_vague_commitment import VagueCommitment
from communique.checks.rules.com403_deadline_passed_without_delivery import (
    DeadlinePassedWithoutDelivery,
)
from communique.checks.rules.com404_same_money_announced_again import SameMoneyAnnouncedAgain
from communique.checks.rules.com405_total_counts_a_part_twice import TotalCountsAPartTwice
from communique.checks.rules.com406_delivered_more_than_pledged import DeliveredMoreThanPledged
from communique.checks.rules.com407_sum_shrank import SumShrank
from communique.checks.rules.off301_two_holders_of_one_post import TwoHoldersOfOnePost
from communique.checks.rules.off302_post_contradicts_other_sources import (
    PostContradictsOtherSources,
)
from communique.checks.rules.off303_named_after_successor import NamedAfterSuccessor
from communique.checks.rules.off304_one_person_several_spellings import OnePersonSeveralSpellings
from communique.checks.rules.src501_sources_in_conflict import SourcesInConflict
from communique.checks.rules.src502_told_by_one_side_only import ToldByOneSideOnly
from communique.checks.rules.src503_copies_pose_as_confirmation import CopiesPoseAsConfirmation
from communique.checks.rules.src504_unnamed_attribution import UnnamedAttribution
from communique.checks.rules.src505_publisher_disowns_content import PublisherDisownsContent
from communique.checks.rules.src506_figure_changed_silently import FigureChangedSilently
from communique.errors import BadPlugin, UnknownRule
from communique.plugins import Offer, joined

#: All rules of the program.
RULES: tuple[type[Rule], ...] = (
    GrowthContradictsLevels,
    GrowthContradictsEarlierLevel,
    PartsDoNotSumToTotal,
    BalanceContradictsFlows,
    ShareContradictsWhole,
    MonthsExceedYear,
    PerUnitContradictsTotal,
    PledgesDoNotSum,
    OffByAFactorOfThousand,
    SameNumberInTwoCurrencies,
    GrowthContradictsGrowth,
    RankContradictsCount,
    ConversionsDisagree,
    LevelsContradict,
    WeekdayContradictsDate,
    ImpossibleDate,
    TenseContradictsPublication,
    AnniversaryContradictsFounding,
    OrdinalsOutOfOrder,
    OrdinalSkippedOrRepeated,
    FirstClaimContradicted,
    DurationContradictsEndPoints,
    PlannedEventWithoutReport,
    TwoDatesForOneAct,
    DateDoesNotFollowFromTerm,
    AnniversaryContradictsDossier,
    HedgedWordsReportedAsFirm,
    VagueCommitment,
    DeadlinePassedWithoutDelivery,
    SameMoneyAnnouncedAgain,
    TotalCountsAPartTwice,
    DeliveredMoreThanPledged,
    SumShrank,
    TwoHoldersOfOnePost,
    PostContradictsOtherSources,
    NamedAfterSuccessor,
    OnePersonSeveralSpellings,
    SourcesInConflict,
    ToldByOneSideOnly,
    CopiesPoseAsConfirmation,
    UnnamedAttribution,
    PublisherDisownsContent,
    FigureChangedSilently,
)


def all_rules() -> tuple[type[Rule], ...]:
    """The rules of the program and of installed packages (entry points `communique.checks`).

    Raises:
        BadPlugin: A package offers what is no rule, or a code that another rule has.
    """
    built_in: tuple[Offer[type[Rule]], ...] = ()
    offered = [offer.load() for offer in joined("communique.checks", built_in)]
    known = {rule.code for rule in RULES}
    for rule in offered:
        if rule.code in known:
            raise BadPlugin(
                f"communique.checks {rule.code!r}",
                "two rules have this code",
                "remove one of the packages that offer it",
            )
        known.add(rule.code)
    return tuple(sorted((*RULES, *offered), key=lambda rule: rule.code))


def rules_with(background: Background) -> tuple[Rule, ...]:
    """All rules, ready to be run.

    Raises:
        BadPlugin: See `all_rules`.
    """
    return tuple(rule(background) for rule in all_rules())


def rule_called(code: str, rules: Iterable[type[Rule]] | None = None) -> type[Rule]:
    """The rule of a code, or of a name.

    Raises:
        UnknownRule: There is none.
    """
    known = tuple(all_rules() if rules is None else rules)
    wanted = code.casefold()
    for rule in known:
        if wanted in {rule.code.casefold(), rule.name}:
            return rule
    raise UnknownRule(f"rule {code!r}", "there is no such rule", "see `communique rule`")
