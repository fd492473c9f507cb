namespace Goldset.Data.Entities;

/// <summary>An address that is told what happens in a project, or in a whole organization.</summary>
public sealed class Webhook
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }
    /// <summary>Owner organization.</summary>
    public long OrganizationId { get; set; }
    /// <summary>The project; null: all of the organization.</summary>
    public long? ProjectId { get; set; }
    /// <summary>Where to.</summary>
    public string Url { get; set; } = "";
    /// <summary>Send the objects, not only the action's name.</summary>
    public bool SendPayload { get; set; } = true;
    /// <summary>Every action, whatever <see cref="Actions"/> lists.</summary>
    public bool SendForAllActions { get; set; } = true;
    /// <summary>Switched on.</summary>
    public bool IsActive { get; set; } = true;
    /// <summary>When it was made.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Last change.</summary>
    public Timestamp UpdatedAt { get; set; }
    /// <summary>A node is delivering to it until then; nobody else does meanwhile.</summary>
    public Timestamp? LeasedUntil { get; set; }
    /// <summary>JSON object of texts: request headers.</summary>
    public string Headers { get; set; } = "{}";
    /// <summary>JSON array of action names.</summary>
    public string Actions { get; set; } = "[]";
}

/// <summary>
/// A request that is to be sent, written in the transaction of the change it tells of. The row goes when the request was made,
/// whatever the answer was.
/// </summary>
public sealed class WebhookDelivery
{
    /// <summary>Primary key; a webhook's requests are made in this order.</summary>
    public long Id { get; set; }
    /// <summary>The receiver.</summary>
    public long WebhookId { get; set; }
    /// <summary>When it happened.</summary>
    public Timestamp CreatedAt { get; set; }
    /// <summary>Where to, as the receiver was set then.</summary>
    public string Url { get; set; } = "";
    /// <summary>JSON object of request headers, as the receiver was set then.</summary>
    public string Headers { get; set; } = "{}";
    /// <summary>JSON array of the ids of tasks that are added to the body as <c>tasks</c>, or null.</summary>
    public string? TaskIds { get; set; }
    /// <summary>JSON object.</summary>
    public string Body { get; set; } = "{}";
}
