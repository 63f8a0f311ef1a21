namespace Modellstadt.Registers;

/// <summary>Another module that acts on what a register learned. Must be harmless when called twice with the same change.</summary>
public interface IRegisterChangeReceiver
{
    /// <summary>Its name, unique and the same in every version: changes that wait for it are stored under it.</summary>
    string Name { get; }

    /// <summary>Does what follows from the change; throws when it cannot be done now, and is called again later. Changes may arrive in another order than they happened.</summary>
    Task ReceiveAsync(RegisterChange change, CancellationToken cancellationToken);
}
