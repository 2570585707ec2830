namespace Planner.Integrations.Jira.Writing;

/// <summary>Code for Data Center: in the macro that the code itself does not end, with a language that Jira knows.</summary>
internal static class WikiCode
{
    /// <summary>Jira shows an error in place of a language that it does not know.</summary>
    private static readonly string[] Known =
        ["bash", "c", "c++", "c#", "css", "go", "html", "java", "javascript", "json", "php", "python", "ruby", "scala", "sql", "swift", "xml", "yaml"];

    private static readonly (string Name, string Known)[] Others =
        [
            ("sh", "bash"),
            ("shell", "bash"),
            ("cpp", "c++"),
            ("cs", "c#"),
            ("csharp", "c#"),
            ("js", "javascript"),
            ("py", "python"),
            ("yml", "yaml"),
            ("csproj", "xml"),
        ];

    public static string Write(CodeBlock code)
    {
        var macro = code.Code.Contains("{code", StringComparison.OrdinalIgnoreCase) ? "noformat" : "code";
        var language = macro == "code" && Language(code.Language) is { } known ? ":" + known : "";
        // Where the code holds both macros, an invisible space takes their meaning from them.
        var body = macro == "noformat" ? code.Code.Replace("{noformat", "{\u200bnoformat", StringComparison.OrdinalIgnoreCase) : code.Code;
        return $"{{{macro}{language}}}\n{body}\n{{{macro}}}";
    }

    private static string? Language(string name) =>
        Array.Find(Known, k => k.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? Array.Find(Others, o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Known;
}
