namespace Planner.Specialists.Models.Tools;

/// <summary>All that a model may look up in the code base.</summary>
internal static class CodeTools
{
    /// <summary>In the order in which a model is told of them, which is part of what a service caches.</summary>
    public static IReadOnlyList<ICodeTool> All { get; } =
        [new ReadFilesTool(), new ReadFileTool(), new SearchTool(), new ListFilesTool(), new DescribeTableTool(), new GitLogTool()];
}
