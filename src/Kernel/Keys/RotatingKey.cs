namespace Modellstadt.Kernel.Keys;

/// <summary>A key that can be changed while the town serves.</summary>
/// <param name="Name">Its name, for example <c>issuer-nonces</c>.</param>
/// <param name="Lead">How long a change must be announced ahead.</param>
/// <param name="AcceptedAfter">How long what the old key made is accepted after the change.</param>
/// <param name="Prepare">Makes the key, and its certificate, under the name given.</param>
public sealed record RotatingKey(string Name, TimeSpan Lead, TimeSpan AcceptedAfter, Action<string> Prepare)
{
    /// <summary>Long enough for every process to have looked; the usual <see cref="Lead"/>.</summary>
    public static TimeSpan ShortestLead { get; } = TimeSpan.FromSeconds(5);
}

/// <summary>A module's keys that can be changed while the town serves.</summary>
public interface IRotatingKeys
{
    /// <summary>All of them.</summary>
    IReadOnlyList<RotatingKey> All { get; }
}
