using Modellstadt.Kernel.Texts;

namespace Modellstadt.Kernel.Privacy;

/// <summary>Something that is kept about a person, for the copy that they may ask for (Art. 15 (3) GDPR).</summary>
/// <param name="Name">What it is, in kebab case: <c>permit</c>.</param>
/// <param name="Title">What it is, in plain words.</param>
/// <param name="At">When it came about.</param>
/// <param name="Facts">Everything that is kept of it.</param>
public sealed record PersonalRecord(string Name, LocalizedText Title, DateTimeOffset At, IReadOnlyList<PersonalFact> Facts);

/// <summary>One value of a record.</summary>
/// <param name="Name">What a program calls it, in snake case: <c>valid_until</c>.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Value">As it is kept; days as ISO 8601.</param>
public sealed record PersonalFact(string Name, LocalizedText Label, string Value)
{
    /// <summary>A value, unless there is none.</summary>
    public static IEnumerable<PersonalFact> Unless(string name, LocalizedText label, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new PersonalFact(name, label, value)];
}

/// <summary>A module's door for the copy: what it keeps about a person.</summary>
public interface IPersonalRecords
{
    /// <summary>Every record about the person.</summary>
    /// <param name="residentId">The resident register's key of the person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken);
}
