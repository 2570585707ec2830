namespace Planner.Core.Planning.Steps;

/// <summary>What an answered consultation is kept by: the same one is never asked, and never paid, again.</summary>
/// <param name="Mode">How the specialist thinks.</param>
/// <param name="Definition">sha256 of its definition.</param>
/// <param name="Prompt">sha256 of the words in which it is asked; empty for rules.</param>
/// <param name="Inputs">sha256 of all that it is given; of an epic with the story and what was said of those before it.</param>
internal sealed record ConsultationKey(string Mode, string Definition, string Prompt, string Inputs)
{
    /// <summary>All of it as one text.</summary>
    public string Text => string.Join('\n', Mode, Definition, Prompt, Inputs);
}
