namespace Planner.Core.Decisions;

/// <summary>What people are asked, by its id in a run: a decision, like <c>TD001</c>, or a question, like <c>Q001</c>.</summary>
public abstract record AskedId
{
    private AskedId(string id) => Id = id;

    /// <summary>As it is written everywhere.</summary>
    public string Id { get; }

    /// <summary>Reads an id; what is no question's is taken for a decision's.</summary>
    public static AskedId Parse(string id) => id.StartsWith('Q') ? new Question(id) : new Decision(id);

    /// <inheritdoc />
    public sealed override string ToString() => Id;

    /// <summary>One option is chosen.</summary>
    public sealed record Decision(string Id) : AskedId(Id);

    /// <summary>It is answered in words.</summary>
    public sealed record Question(string Id) : AskedId(Id);
}
