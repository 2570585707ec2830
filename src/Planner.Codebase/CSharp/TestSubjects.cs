using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Tells from a test class's name which type it tests.</summary>
internal sealed class TestSubjects(IReadOnlySet<string> types)
{
    /// <summary>The longest declared type that the class's name, or that of a class around it, begins with; else empty.</summary>
    public TestFact Fact(string path, TestDraft draft) =>
        new(draft.Class, draft.Method, draft.Outer.Prepend(draft.Class).Select(Subject).FirstOrDefault(s => s.Length > 0) ?? "", path, draft.Line);

    private string Subject(string name)
    {
        for (var end = name.Length - 1; end > 2; end--)
        {
            var startsWord = char.IsUpper(name[end]) || name[end] == '_';
            if (startsWord && types.Contains(name[..end]))
            {
                return name[..end];
            }
        }

        return "";
    }
}
