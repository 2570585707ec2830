namespace Planner.Core.LanguageModels;

/// <summary>Ways to think, as <c>--model</c> and <c>Planning__Model</c> name them.</summary>
public static class ModelKinds
{
    /// <summary>No model: the rules alone.</summary>
    public const string Rules = "rules";

    /// <summary>A model behind OpenAI's Chat Completions.</summary>
    public const string OpenAi = "openai";
}
