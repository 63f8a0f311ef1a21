using Microsoft.Extensions.Options;

namespace Modellstadt.Registers;

/// <summary>The resident register behind a deadline; what other modules get when they ask for it.</summary>
internal sealed class PunctualResidents(IResidentSource source, IOptions<RegistersOptions> options) : IResidentRegister
{
    private readonly TimeSpan atMost = TimeSpan.FromMilliseconds(options.Value.TimeoutMilliseconds);

    public Task<RegisterAnswer<Resident>> FindAsync(ResidentQuery query, CancellationToken cancellationToken) =>
        BornOnAsync(query, born => FindResident.Among(born, query), cancellationToken);

    public Task<RegisterAnswer<Resident>> ReadAsync(ResidentId id, CancellationToken cancellationToken) =>
        Deadline.AskAsync(inTime => source.ReadAsync(id, inTime), atMost, cancellationToken);

    public Task<RegisterAnswer<IReadOnlyList<ComparedResident>>> CompareAsync(ResidentQuery query, CancellationToken cancellationToken) =>
        BornOnAsync<IReadOnlyList<ComparedResident>>(
            query, born => new RegisterAnswer<IReadOnlyList<ComparedResident>>.Found(FindResident.Near(born, query)), cancellationToken);

    private async Task<RegisterAnswer<T>> BornOnAsync<T>(ResidentQuery query, Func<IReadOnlyList<Resident>, RegisterAnswer<T>> choose, CancellationToken cancellationToken)
    {
        var answer = await Deadline.AskAsync(inTime => source.BornOnAsync(query.BirthDate, inTime), atMost, cancellationToken);
        return answer is RegisterAnswer<IReadOnlyList<Resident>>.Found(var born) ? choose(born) : new RegisterAnswer<T>.Unreachable();
    }
}
