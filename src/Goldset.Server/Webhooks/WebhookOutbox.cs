using Goldset.Server.Hosting;

namespace Goldset.Server.Webhooks;

/// <summary>Wakes the sender of this process.</summary>
internal sealed class WebhookOutbox : WakeSignal;
