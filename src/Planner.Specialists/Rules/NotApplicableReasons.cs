using Planner.Core.Specialists;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules;

/// <summary>Why a specialist has nothing to do, in its own words.</summary>
internal static class NotApplicableReasons
{
    public static string Reason(RuleContext brief) => brief.Consultation.Definition.Role switch
    {
        SpecialistRole.Schema => "the ticket asks for no table, column, index or constraint",
        SpecialistRole.Pipelines => brief.Grounding.Jobs.Count == 0
            ? "no job that the ticket concerns was found"
            : "the ticket names no job and changes no table that a job writes",
        SpecialistRole.Services => "other specialists have all criteria, and no type changes beside theirs",
        SpecialistRole.Endpoints => brief.IsDefect
            ? "the fault is mended behind the endpoints, whose contract stays"
            : "the ticket asks for no endpoint and changes none",
        SpecialistRole.Frontend => Views.All(brief).Count == 0
            ? "the code base has no front end"
            : "the ticket speaks of nothing that people see",
        SpecialistRole.Security => brief.IsDefect
            ? "the fault is mended without a new way in and without new data"
            : "no endpoint opens, no data about people are added and no credential gets more power",
        SpecialistRole.Performance => brief.IsDefect
            ? "the mended code does the work that it did before"
            : "the ticket states neither a volume nor a time, and nothing that grows is listed or searched",
        SpecialistRole.Tests => brief.IsDefect
            ? "the tests of the fix show all that it changes"
            : "each criterion has a test at the level at which it is stated",
        SpecialistRole.Other => "no pattern of its file fits the ticket",
        _ => throw new ArgumentOutOfRangeException(nameof(brief)),
    };
}
