using System.Text.Json.Nodes;

namespace Modellstadt.Kernel.Privacy;

/// <summary>Something that is kept about a person, for the copy that they may ask for (Art. 15 (3) GDPR).</summary>
/// <param name="Kind">What it is, in kebab case: <c>permit</c>.</param>
/// <param name="At">When it came about.</param>
/// <param name="Content">Everything that is kept, under names that a person can read.</param>
public sealed record PersonalRecord(string Kind, DateTimeOffset At, JsonObject Content);

/// <summary>A module's door for the copy: what it keeps about a person.</summary>
public interface IPersonalRecords
{
    /// <summary>Every record about the person.</summary>
    /// <param name="residentId">The resident register's key of the person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken);
}
