namespace Planner.Api.Artifacts;

/// <summary>What a file is said to be; nothing that a browser would run.</summary>
internal static class ContentKinds
{
    public static string Of(string path) => Path.GetExtension(path) switch
    {
        ".md" => "text/markdown; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".yaml" or ".yml" => "application/yaml; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
