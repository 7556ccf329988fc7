import { type Connection, type MessageType, ShowMessageNotification } from "vscode-languageserver";

/** Shows a message. A notification, not the request of `connection.window`: not every client answers that, and nothing here waits for an answer. */
export const showMessage = (connection: Connection, type: MessageType, message: string): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type, message });
