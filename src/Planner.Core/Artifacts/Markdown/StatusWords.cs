using Planner.Core.Opinions;

namespace Planner.Core.Artifacts.Markdown;

/// <summary>How pages name what stands in enums.</summary>
internal static class StatusWords
{
    public static string Of(DecisionStatus status) => status switch
    {
        DecisionStatus.Pending => "Pending",
        DecisionStatus.Decided => "Decided",
        DecisionStatus.Provisional => "PROVISIONAL",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ChangeKind change) => change switch
    {
        ChangeKind.Add => "add",
        ChangeKind.Modify => "modify",
        ChangeKind.Delete => "delete",
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    public static string Of(TestKind kind) => kind switch
    {
        TestKind.Unit => "unit",
        TestKind.Integration => "integration",
        TestKind.EndToEnd => "e2e",
        TestKind.Manual => "manual",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
