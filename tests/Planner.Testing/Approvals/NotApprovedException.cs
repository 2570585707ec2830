using Planner.Testing.Repository;

namespace Planner.Testing.Approvals;

/// <summary>What a test made is not what was approved. The message shows what differs and how to approve it.</summary>
public sealed class NotApprovedException(IReadOnlyList<string> differences, string test)
    : Exception($"{string.Join("\n\n", differences)}\n\n{Advice(test)}")
{
    private static string Advice(string test)
    {
        var project = string.Join('/', Path.GetRelativePath(RepositoryRoot.Path, test).Replace('\\', '/').Split('/').Take(2));
        return $"""
            Where this change is meant, approve it and read `git diff`:
            PLANNER_APPROVE=1 dotnet test {project} --filter FullyQualifiedName~{Path.GetFileNameWithoutExtension(test)}
            """;
    }
}
