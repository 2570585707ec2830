namespace Shop.Services;

/// <summary>Makes the writes of several repositories one transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs <paramref name="work"/> in one database transaction. It commits when the work returns and rolls back when
    /// it throws. A call inside another joins the outer transaction.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}
