using Goldset.Server.Http;
using Goldset.Server.Http.RequestBinding;

namespace Goldset.Server.Storages;

/// <summary>What requests about storages of one kind and direction bring, and what they get.</summary>
/// <param name="BindAsync">Reads a request; the switch: it need not be whole.</param>
/// <param name="TakesRequest">Describes an endpoint's body.</param>
/// <param name="Answers">Describes an endpoint's answer with this status: one storage.</param>
/// <param name="AnswersList">Describes an endpoint's answer: storages.</param>
internal sealed record StorageContract(
    Func<HttpRequest, bool, CancellationToken, Task<StorageRequest>> BindAsync, Func<RouteHandlerBuilder, RouteHandlerBuilder> TakesRequest,
    Func<RouteHandlerBuilder, int, RouteHandlerBuilder> Answers, Func<RouteHandlerBuilder, RouteHandlerBuilder> AnswersList)
{
    /// <summary>The contract of two types.</summary>
    public static StorageContract Of<TRequest, TResponse>() where TRequest : StorageRequest, new() where TResponse : StorageResponse => new(
        async (request, partial, cancel) => await RequestBinder.BindAsync<TRequest>(request, partial, cancel),
        endpoint => endpoint.TakesBody<TRequest>(),
        (endpoint, status) => endpoint.Produces<TResponse>(status),
        endpoint => endpoint.Produces<TResponse[]>());
}
