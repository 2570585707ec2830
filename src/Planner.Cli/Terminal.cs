namespace Planner.Cli;

/// <summary>Text for a terminal: what came from outside cannot move the cursor or ring the bell.</summary>
internal static class Terminal
{
    public static string Clean(string text) => new([.. text.Select(c => char.IsControl(c) ? '\uFFFD' : c)]);
}
