namespace Planner.Integrations.Jira.Rest;

/// <summary>What a call names beside its route, and so what is missing where Jira answers 404.</summary>
public enum JiraSubject
{
    /// <summary>Nothing: a 404 says that the route itself is not there.</summary>
    Route,

    /// <summary>A ticket.</summary>
    Ticket,

    /// <summary>A comment of a ticket.</summary>
    Comment,

    /// <summary>A file at a ticket.</summary>
    Attachment,

    /// <summary>A page of the wiki.</summary>
    Page,

    /// <summary>Somebody.</summary>
    Person,

    /// <summary>A project and its roles.</summary>
    Project,

    /// <summary>A group of people.</summary>
    Group,
}
