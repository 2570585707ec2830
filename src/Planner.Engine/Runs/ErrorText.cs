namespace Planner.Engine.Runs;

/// <summary>Faults as one line of text.</summary>
internal static class ErrorText
{
    private const int MaxLength = 2000;

    public static string Of(Exception fault) => Of($"{fault.GetType().Name}: {fault.Message}");

    public static string Of(string text)
    {
        var line = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return line.Length <= MaxLength ? line : line[..MaxLength];
    }
}
