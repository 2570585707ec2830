using Planner.Core.Text;

namespace Planner.Specialists.Models.Packing;

/// <summary>
/// Puts what was read between marks that it cannot write itself, so that it stands as data wherever it ends. Signs that people do not
/// see and models do are taken out.
/// </summary>
internal static class Fence
{
    private const string Open = "<<<";
    private const string Close = ">>>";

    /// <summary>A text between marks, with what it is.</summary>
    public static string Around(string what, string text) => $"{Open} {what}\n{Inside(text)}\n{Close}";

    /// <summary>A text that stands within a line, without marks: nothing in it can begin or end a fence, or a line.</summary>
    public static string Line(string text) => Inside(text).ReplaceLineEndings(" ");

    /// <summary>Marks of other widths count, too: a model may take them for these.</summary>
    private static string Inside(string text) => HiddenSigns.Without(text)
        .Replace('＜', '‹').Replace('＞', '›')
        .Replace(Open, "‹‹‹", StringComparison.Ordinal)
        .Replace(Close, "›››", StringComparison.Ordinal);
}
