using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Calls;

/// <summary>A model answered, and nothing can be made of it. Asking the same again would give the same.</summary>
internal sealed class ModelAnswerException(ModelAnswer answer, string message) : Exception(message)
{
    /// <summary>What came back.</summary>
    public ModelAnswer Answer { get; } = answer;
}
