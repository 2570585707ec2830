namespace Planner.Codebase.Practices;

/// <summary>Reads the files that tell habits: CI, containers, owners, documents, descriptions of APIs.</summary>
internal static class PracticeReader
{
    /// <summary>Null where the file tells none.</summary>
    public static PracticeFacts? Read(string path, string text)
    {
        var name = Path.GetFileName(path);
        if (CodeOwners.Is(path))
        {
            return new PracticeFacts { Owners = CodeOwners.Read(text) };
        }

        if (IsPipeline(path, name))
        {
            return new PracticeFacts { IsPipeline = true, Commands = CiCommands.Read(text) };
        }

        if (path is MemoryLogs.Clarifications or MemoryLogs.Decisions)
        {
            return MemoryLogs.Read(path, text);
        }

        if (path == ConstitutionReader.File)
        {
            return new PracticeFacts { Principles = ConstitutionReader.Read(path, text) };
        }

        if (DocumentSections.Is(path))
        {
            return new PracticeFacts { Sections = DocumentSections.Read(path, text) };
        }

        if (ContainerReader.Is(name))
        {
            return new PracticeFacts { Containers = ContainerReader.Read(path, name, text) };
        }

        var mayDescribe = Path.GetExtension(name) is ".yaml" or ".yml" or ".json";
        return mayDescribe && OpenApiShape.Is(text) && DocumentedRoutes.Read(text) is { } operations
            ? new PracticeFacts { IsOpenApi = true, Operations = operations }
            : null;
    }

    private static readonly string[] Folders = [".github/workflows/", ".circleci/", ".azuredevops/", ".azure-pipelines/", ".gitlab/", ".buildkite/", ".ci/"];

    private static bool IsPipeline(string path, string name) =>
        (Folders.Any(f => path.StartsWith(f, StringComparison.Ordinal))
            && (path.StartsWith(".ci/", StringComparison.Ordinal) || Path.GetExtension(name) is ".yml" or ".yaml" or ".sh" or ".ps1"))
        || name is "azure-pipelines.yml" or "azure-pipelines.yaml" or ".gitlab-ci.yml" or "bitbucket-pipelines.yml" or ".travis.yml" or "appveyor.yml"
        || path is "build.sh" or "build.ps1" or "ci.sh" or "Makefile" or "Jenkinsfile";
}
