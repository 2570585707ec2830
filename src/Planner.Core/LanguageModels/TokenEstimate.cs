namespace Planner.Core.LanguageModels;

/// <summary>What requests will take, before a service has counted.</summary>
public static class TokenEstimate
{
    // Of text that we measured with OpenAI's tokenizer: 4.1 for lists of paths, 3.5 to 4.5 for prose and code. Limits of services reckon
    // from characters, too, and the usage of the answer corrects it, so that no tokenizer with its table of 200,000 words is loaded.
    private const double CharactersPerToken = 3.5;

    /// <summary>Tokens of a prompt, with tools and schema.</summary>
    public static long OfPrompt(ModelRequest request) => OfText(
        request.Messages.Sum(Length)
        + request.Tools.Sum(t => (long)t.Name.Length + t.Description.Length + t.Parameters.Length)
        + (request.Schema?.Json.Length ?? 0));

    /// <summary>
    /// The most that a request may take: its whole prompt, written into the cache, and the longest answer. What prompts hold besides
    /// prose and code, like Chinese, may take more.
    /// </summary>
    public static ModelUsage MostOf(ModelRequest request)
    {
        var prompt = OfPrompt(request);
        return new ModelUsage(prompt, 0, prompt, request.MaxOutputTokens, 0);
    }

    /// <summary>Tokens of a text.</summary>
    /// <param name="characters">How long it is.</param>
    public static long OfText(long characters) => (long)Math.Ceiling(characters / CharactersPerToken);

    private static long Length(ModelMessage message) => message switch
    {
        SystemMessage system => system.Text.Length,
        UserMessage user => user.Text.Length,
        AssistantMessage said => said.Text.Length + said.Calls.Sum(c => (long)c.Tool.Length + c.Arguments.Length),
        ToolMessage tool => tool.Text.Length,
        _ => throw new InvalidOperationException("The kinds of messages are closed."),
    };
}
