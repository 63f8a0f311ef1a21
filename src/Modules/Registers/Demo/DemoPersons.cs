using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Registers;

/// <summary>The made-up people of the demo town. Empty when the town is no demo.</summary>
public sealed class DemoPersons
{
    private readonly Lazy<IReadOnlyList<DemoPerson>> all;
    private readonly Lazy<IReadOnlyDictionary<ResidentId, DemoPerson>> byId;

    internal DemoPersons(Func<IReadOnlyList<DemoPerson>> read)
    {
        all = new(read);
        byId = new(() => All.ToDictionary(person => person.Id));
    }

    /// <summary>Everybody, in the order of the register.</summary>
    public IReadOnlyList<DemoPerson> All => all.Value;

    /// <summary>Everybody of one story.</summary>
    public IEnumerable<DemoPerson> Of(DemoStory story) => All.Where(person => person.Story == story);

    /// <summary>One person; null when nobody has that key.</summary>
    public DemoPerson? Find(ResidentId id) => byId.Value.GetValueOrDefault(id);

    /// <summary>Anybody of one story; null when there is nobody.</summary>
    public DemoPerson? Any(DemoStory story, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return Of(story).ToArray() is { Length: > 0 } persons ? persons[random.NextInt(persons.Length)] : null;
    }
}
