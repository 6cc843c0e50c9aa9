package io.pharos.platform.host;

import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.MsgType;

/**
 * Makes every FIX message that a session reads a plain one, whose fields are found by their tags. The library's own factory
 * loads the messages of all versions of FIX: 9,000 classes, at each start.
 */
public final class PlainMessages implements MessageFactory {
    @Override
    public Message create(String beginString, String msgType) {
        Message message = new Message();
        message.getHeader().setString(MsgType.FIELD, msgType);
        return message;
    }

    /** Groups are parsed by the dictionary; sessions do not ask for one. */
    @Override
    public Group create(String beginString, String msgType, int groupTag) {
        throw new UnsupportedOperationException("group " + groupTag + " of message " + msgType);
    }
}
