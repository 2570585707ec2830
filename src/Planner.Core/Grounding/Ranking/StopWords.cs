namespace Planner.Core.Grounding.Ranking;

/// <summary>Words that tell nothing about where a change lands.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words = new(
        ("the and for are but not you all any can had her was one our out day get has him his how man new now old see two way who "
        + "its let put say she too use that this with have from they will would there their what about which when make like time just "
        + "know take into year your good some could them than then look only come over think also back after work first well even want "
        + "because these give most should must shall being been were does did done each other such more very where while without within "
        + "between through during before under again once here both few same own until against add adds added adding create created "
        + "creates creating introduce change changes changed update updated implement support need needs needed able allow allows "
        + "using used uses user story ticket issue task feature bug want wants acceptance criteria criterion given "
        + "http https www com api json null true false string int public class void async await var namespace line file code").Split(' '),
        StringComparer.Ordinal);

    public static bool Are(string word) => Words.Contains(word);
}
