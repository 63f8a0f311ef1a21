using Modellstadt.Kernel.Events;

namespace Modellstadt.Registers;

/// <summary>Hands changes to every receiver: stored in the transaction that found them, kept for each receiver until it has taken them.</summary>
internal sealed class RegisterChanges(Outbox<RegistersDb> outbox, IEnumerable<IRegisterChangeReceiver> receivers)
{
    /// <summary>Adds a change to the unit of work that found it.</summary>
    public void Add(RegistersDb database, RegisterChange change)
    {
        foreach (var receiver in receivers)
            outbox.Add(database, DeliverChange.MessageKind, new DueChange(receiver.Name, change));
    }

    /// <summary>Asks for delivery at once; call after saving.</summary>
    public void Wake() => outbox.Wake();
}
