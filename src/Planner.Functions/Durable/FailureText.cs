namespace Planner.Functions.Durable;

/// <summary>Reasons are one line for a person; the log has the rest.</summary>
internal static class FailureText
{
    private const int MaxLength = 500;

    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= MaxLength ? line : $"{line.AsSpan(0, MaxLength)}…";
    }
}
