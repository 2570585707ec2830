namespace Planner.Integrations.Jira.Writing;

/// <summary>Code for Data Center: in the macro that the code itself does not end, with a language that Jira knows.</summary>
internal static class WikiCode
{
    /// <summary>Jira shows an error in place of a language that it does not know.</summary>
    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bash"] = "bash", ["sh"] = "bash", ["shell"] = "bash", ["c"] = "c", ["cpp"] = "c++", ["c++"] = "c++", ["cs"] = "c#", ["csharp"] = "c#", ["c#"] = "c#",
        ["css"] = "css", ["go"] = "go", ["html"] = "html", ["java"] = "java", ["javascript"] = "javascript", ["js"] = "javascript", ["json"] = "json",
        ["php"] = "php", ["python"] = "python", ["py"] = "python", ["ruby"] = "ruby", ["scala"] = "scala", ["sql"] = "sql", ["swift"] = "swift", ["xml"] = "xml", ["yaml"] = "yaml", ["yml"] = "yaml",
    };

    public static string Write(CodeBlock code)
    {
        var macro = code.Code.Contains("{code", StringComparison.OrdinalIgnoreCase) ? "noformat" : "code";
        var language = macro == "code" && Languages.TryGetValue(code.Language, out var known) ? ":" + known : "";
        // Where the code holds both macros, an invisible space takes their meaning from them.
        var body = macro == "noformat" ? code.Code.Replace("{noformat", "{\u200bnoformat", StringComparison.OrdinalIgnoreCase) : code.Code;
        return $"{{{macro}{language}}}\n{body}\n{{{macro}}}";
    }
}
