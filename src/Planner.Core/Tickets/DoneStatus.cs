namespace Planner.Core.Tickets;

/// <summary>Names of statuses that leave nothing to do, for tickets that do not tell their status's category.</summary>
public static class DoneStatus
{
    private static readonly string[] Names =
    [
        "done", "closed", "resolved", "complete", "completed", "finished", "released", "cancelled", "canceled", "rejected", "won't do", "won't fix",
        "erledigt", "geschlossen", "fertig", "abgeschlossen", "terminé", "fermé", "cerrado", "hecho", "fechado", "concluído", "chiuso", "gereed", "gesloten",
        "готово", "закрыт", "完了", "完成",
    ];

    /// <summary>True where the name is one of them.</summary>
    public static bool Is(string name) => Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
}
