using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What is wrong with a part of an opinion.</summary>
public enum OpinionFault
{
    /// <summary>An id is no id, is another specialist's, or is given twice.</summary>
    Id,

    /// <summary>Something refers to what is nowhere.</summary>
    Reference,

    /// <summary>A path leads out of the root, or its change does not fit what is there.</summary>
    Path,

    /// <summary>A criterion has no task or no test, or a task serves nothing.</summary>
    Coverage,

    /// <summary>A table, column or endpoint is neither there nor added.</summary>
    Schema,

    /// <summary>A decision cannot be taken as it is stated.</summary>
    Decision,

    /// <summary>An estimate is no range of hours.</summary>
    Effort,

    /// <summary>A text is empty or too long, or there is too much of it.</summary>
    Text,

    /// <summary>Nobody says how work is verified, or a command comes from nowhere.</summary>
    Verification,

    /// <summary>A task needs what nobody provides and what is not there.</summary>
    Need,

    /// <summary>Tasks or decisions wait for each other.</summary>
    Circle,

    /// <summary>A model wrote a link, markup or a command that neither ticket nor code base has, or signs that nobody sees.</summary>
    Writing,

    /// <summary>Something that was read speaks to the model; it was taken as data.</summary>
    Instruction,
}

/// <summary>Something in an opinion that does not fit. Its author may repair it once; what then remains is left out.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Id">The local id of the task, test, risk, decision or question it is about, or a criterion's; empty for the whole.</param>
/// <param name="Message">One sentence that says what is wrong and what becomes of it.</param>
public sealed record OpinionFinding(OpinionFault Fault, string Id, string Message)
{
    /// <summary>True where something was put right without loss, like a file that is there and was to be added. It costs no confidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Corrected { get; init; }
}
