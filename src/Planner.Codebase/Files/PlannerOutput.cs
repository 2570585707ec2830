namespace Planner.Codebase.Files;

/// <summary>Recognises the planner's own output: what it wrote earlier must not become a fact about the code.</summary>
internal static class PlannerOutput
{
    private const string DefaultName = ".work";

    private const string EngineData = ".planner";

    public static bool Is(DirectoryInfo folder) =>
        (folder.Name == DefaultName && Directory.Exists(Path.Combine(folder.FullName, EngineData)))
        || (folder.Name.StartsWith("JIRA-", StringComparison.Ordinal) && HoldsPlans(folder));

    private static bool HoldsPlans(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "latest.json")) || Directory.Exists(Path.Combine(folder.FullName, ".runs"));
}
