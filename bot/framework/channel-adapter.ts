/** Carries Bot Framework activities between a channel and the assistant. */
import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from './sdk.ts';

/** Takes one outgoing activity; resolves with the id that the channel gave it. */
export type Deliver = (activity: Partial<Activity>) => Promise<string>;
type Logic = (context: TurnContext) => Promise<void>;

export class ChannelAdapter extends BotAdapter {
  readonly #deliver: Deliver;

  constructor(deliver: Deliver) {
    super();
    this.#deliver = deliver;
  }

  /** Runs the logic for one incoming activity; rejects with what the logic threw. */
  async processInbound(activity: Partial<Activity>, logic: Logic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const sent: ResourceResponse[] = [];
    for (const activity of activities) sent.push({ id: await this.#deliver({ ...activity, timestamp: new Date() }) });
    return sent;
  }

  override async updateActivity(_context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return { id: activity.id ?? '' };
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('No channel of ours takes back what was sent');
  }

  /** Speaks first in a conversation: an officer's reply, a notice. */
  override async continueConversation(reference: Partial<ConversationReference>, logic: Logic): Promise<void> {
    const event = TurnContext.applyConversationReference(
      { type: ActivityTypes.Event, name: 'continueConversation' },
      reference,
      true,
    );
    await this.runMiddleware(new TurnContext(this, event), logic);
  }
}
