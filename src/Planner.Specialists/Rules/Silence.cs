using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules;

/// <summary>Why a specialist has nothing to do, in its own words.</summary>
internal static class Silence
{
    public static string Reason(string name, RuleContext brief) => name switch
    {
        "database" => "the ticket asks for no table, column, index or constraint",
        "etl" => brief.Grounding.Jobs.Count == 0 ? "no job that the ticket concerns was found" : "the ticket names no job and changes no table that a job writes",
        "api" => brief.IsDefect ? "the fault is mended behind the endpoints, whose contract stays" : "the ticket asks for no endpoint and changes none",
        "frontend" => Views.All(brief).Count == 0 ? "the code base has no front end" : "the ticket speaks of nothing that people see",
        "security" => brief.IsDefect ? "the fault is mended without a new way in and without new data" : "no endpoint opens, no data about people are added and no credential gets more power",
        "performance" => brief.IsDefect ? "the mended code does the work that it did before" : "the ticket states neither a volume nor a time, and nothing that grows is listed or searched",
        "testing" => brief.IsDefect ? "the tests of the fix show all that it changes" : "each criterion has a test at the level at which it is stated",
        _ when !brief.Consultation.Definition.IsBuiltIn => "no pattern of its file fits the ticket",
        _ => "other specialists have all criteria, and no type changes beside theirs",
    };
}
