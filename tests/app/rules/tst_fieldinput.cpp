// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/fieldinput.h>

#include <QJsonArray>
#include <QtTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

const FieldCatalogue &catalogue()
{
    static const FieldCatalogue fields(
        {{u"channel"_s, u"投诉方式"_s, u"Channel"_s, FieldType::Enum, 0, u"CL-02"_s, {}, false, {}},
         {u"demandKinds"_s,
          u"客户要求"_s,
          u"Remedies"_s,
          FieldType::Multi,
          0,
          u"CL-06"_s,
          {},
          false,
          {}},
         {u"phone"_s, u"联系电话"_s, u"Telephone"_s, FieldType::Phone, 0, {}, {}, false, {}},
         {u"lossAmount"_s, u"损失金额"_s, u"Loss"_s, FieldType::Money, 0, {}, {}, false, {}},
         {u"receivedAt"_s, u"受理时间"_s, u"Received"_s, FieldType::DateTime, 0, {}, {}, false, {}},
         {u"title"_s, u"主题"_s, u"Title"_s, FieldType::Text, 5, {}, {}, false, {}},
         {u"feedbackAt"_s, u"反馈日期"_s, u"Feedback"_s, FieldType::Date, 0, {}, {}, false, {}},
         {u"handlerSign"_s, u"经办人"_s, u"Handler"_s, FieldType::Sign, 5, {}, {}, false, {}},
         {u"lines"_s, u"明细"_s, u"Lines"_s, FieldType::List, 0, {}, {}, false, {}},
         {u"confidential"_s, u"保密"_s, u"Confidential"_s, FieldType::Bool, 0, {}, {}, false, {}}},
        {{u"CL-02"_s,
          u"方式"_s,
          u"Channel"_s,
          {{u"Phone"_s, u"电话"_s, u"Telephone"_s, {u"来电"_s}}}},
         {u"CL-06"_s,
          u"要求"_s,
          u"Remedy"_s,
          {{u"Apology"_s, u"赔礼道歉"_s, u"Apology"_s, {u"道歉"_s}},
           {u"Return"_s, u"退货"_s, u"Return"_s, {}}}}});
    return fields;
}

QString codeOf(const QString &field, const QJsonValue &value)
{
    const Findings findings = readFields(catalogue(), {{field, value}}).findings;
    return findings.isEmpty() ? QString() : findings.first().code;
}

QJsonValue valueOf(const QString &name, const QJsonValue &value)
{
    const QJsonObject fields = readFields(catalogue(), {{name, value}}).fields;
    return fields.isEmpty() ? QJsonValue(QJsonValue::Undefined) : fields.constBegin().value();
}

} // namespace

class TestFieldInput : public QObject
{
    Q_OBJECT

private slots:

    void aRefusedSignatureIsReadBackAsItIsWritten()
    {
        const QJsonObject refused{
            {u"name"_s, u"张三"_s}, {u"refused"_s, true}, {u"witness"_s, u"李四"_s}};
        QCOMPARE(signatureName(refused, true), u"张三（拒签，见证人：李四）"_s);
        QCOMPARE(signatureName({{u"name"_s, u"张三"_s}, {u"at"_s, 1}}, true), u"张三"_s);
        for (const bool chinese : {true, false}) {
            QCOMPARE(typedSignature(signatureName(refused, chinese)), refused);
        }
    }

    void whoWillNotSignIsTypedWithAWitness_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("witness");
        QTest::newRow("as printed") << u"张三（拒签，见证人：李四）"_s << u"张三"_s << u"李四"_s;
        QTest::newRow("half width") << u"张三(拒签,见证人:李四)"_s << u"张三"_s << u"李四"_s;
        QTest::newRow("plain") << u"张三 拒签 李四"_s << u"张三"_s << u"李四"_s;
        QTest::newRow("in English")
            << u"Li Wei (refused to sign; witness: Wang Fang)"_s << u"Li Wei"_s << u"Wang Fang"_s;
        QTest::newRow("with a reason")
            << u"张三（拒签，见证人：李四；原因：不服处罚）"_s << u"张三"_s << u"李四"_s;
        QTest::newRow("a reason in English")
            << u"Li Wei (refused to sign; witness: Wang Fang; reason: not my fault)"_s
            << u"Li Wei"_s << u"Wang Fang"_s;
        QTest::newRow("nobody who refuses") << u"拒签 李四"_s << u"拒签 李四"_s << QString();
        QTest::newRow("a name like it") << u"Refusedov Anna"_s << u"Refusedov Anna"_s << QString();
        QTest::newRow("no witness") << u"张三（拒签）"_s << u"张三"_s << QString();
        QTest::newRow("signed") << u"阿卜杜·拒马"_s << u"阿卜杜·拒马"_s << QString();
    }

    void whoWillNotSignIsTypedWithAWitness()
    {
        QFETCH(QString, typed);
        QFETCH(QString, witness);
        const QJsonObject sign = typedSignature(typed);
        QTEST(sign.value(u"name"_s).toString(), "name");
        QCOMPARE(sign.value(u"witness"_s).toString(), witness);
        QCOMPARE(sign.contains(u"refused"_s), typed.indexOf(u"拒签"_s) > 0 || !witness.isEmpty());
        QCOMPARE(sign.value(u"reason"_s).toString(),
                 typed.contains(u"不服"_s)    ? u"不服处罚"_s
                 : typed.contains(u"fault"_s) ? u"not my fault"_s
                                              : QString());
        if (!witness.isEmpty()) {
            // What is printed is read again as the same.
            QCOMPARE(typedSignature(signatureName(sign, true)), sign);
            QCOMPARE(typedSignature(signatureName(sign, false)), sign);
        }
    }

    void whatNobodySeesIsNotKept()
    {
        const QString typed = u"张"_s + QChar(0x01) + QChar(0x202E) + QChar(0x2066) +
                              QChar(0xFFFE) + QChar(0x200B) + u"三"_s;
        QCOMPARE(normalizedText(typed, true), u"张三"_s);
        QCOMPARE(normalizedText(u"𠮷㛃😀"_s, true), u"𠮷㛃😀"_s);
    }

    void whatCannotBeUnderstoodIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown") << u"nonsenseField"_s << QJsonValue(u"x"_s)
                                 << u"input.unknownField"_s;
        QTest::newRow("misspelt") << u"recievedAt"_s << QJsonValue(u"x"_s)
                                  << u"input.unknownField.near"_s;
        QTest::newRow("choice") << u"channel"_s << QJsonValue(u"鸽子"_s) << u"input.notAChoice"_s;
        QTest::newRow("choice in list")
            << u"demandKinds"_s << QJsonValue(u"道歉、鸽子"_s) << u"input.notAChoice"_s;
        QTest::newRow("too long") << u"title"_s << QJsonValue(u"一二三四五六"_s)
                                  << u"input.tooLong"_s;
        QTest::newRow("no such day")
            << u"receivedAt"_s << QJsonValue(u"2026-02-30 10:00"_s) << u"input.impossible"_s;
        QTest::newRow("no time") << u"receivedAt"_s << QJsonValue(u"昨天"_s) << u"input.time"_s;
        QTest::newRow("with offset")
            << u"receivedAt"_s << QJsonValue(u"2026-02-13T10:00:00+08:00"_s) << u"input.time"_s;
        QTest::newRow("negative money") << u"lossAmount"_s << QJsonValue(-1) << u"input.money"_s;
        QTest::newRow("three decimals")
            << u"lossAmount"_s << QJsonValue(u"1.234"_s) << u"input.money"_s;
        QTest::newRow("fraction of a fen")
            << u"lossAmount"_s << QJsonValue(1.5) << u"input.money"_s;
        QTest::newRow("switch") << u"confidential"_s << QJsonValue(u"也许"_s) << u"input.bool"_s;
        QTest::newRow("number for a choice") << u"channel"_s << QJsonValue(7) << u"input.kind"_s;
        QTest::newRow("switch for a day") << u"feedbackAt"_s << QJsonValue(true) << u"input.date"_s;
        QTest::newRow("switch for a time")
            << u"receivedAt"_s << QJsonValue(true) << u"input.time"_s;
        QTest::newRow("day without a time")
            << u"receivedAt"_s << QJsonValue(u"2026-02-13"_s) << u"input.timeMissing"_s;
        QTest::newRow("signature without a name")
            << u"handlerSign"_s << QJsonValue(QJsonObject{{u"at"_s, 1}}) << u"input.kind"_s;
        QTest::newRow("signature too long")
            << u"handlerSign"_s << QJsonValue(u"一二三四五六"_s) << u"input.tooLong"_s;
        QTest::newRow("rows that are none")
            << u"lines"_s << QJsonValue(QJsonArray{1}) << u"input.list"_s;
        QTest::newRow("object for text")
            << u"title"_s << QJsonValue(QJsonObject{}) << u"input.kind"_s;
    }

    void whatCannotBeUnderstoodIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, code);
        QCOMPARE(codeOf(field, value), code);
    }

    void wordsBecomeValues_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("input");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("label") << u"channel"_s << QJsonValue(u"电话"_s) << QJsonValue(u"Phone"_s);
        QTest::newRow("alias") << u"channel"_s << QJsonValue(u"来电"_s) << QJsonValue(u"Phone"_s);
        QTest::newRow("short name") << u"demand"_s << QJsonValue(QJsonArray{u"Apology"_s})
                                    << QJsonValue(QJsonArray{u"Apology"_s});
        QTest::newRow("several words") << u"客户要求"_s << QJsonValue(u"道歉、退货"_s)
                                       << QJsonValue(QJsonArray{u"Apology"_s, u"Return"_s});
        QTest::newRow("yuan") << u"lossAmount"_s << QJsonValue(u"￥1,234.5"_s)
                              << QJsonValue(123450);
        QTest::newRow("fen by name") << u"lossAmountFen"_s << QJsonValue(7) << QJsonValue(7);
        QTest::newRow("full width phone") << u"phone"_s << QJsonValue(u"１３８ ００１３ ８０００"_s)
                                          << QJsonValue(u"13800138000"_s);
        QTest::newRow("country code")
            << u"phone"_s << QJsonValue(u"+86 13800138000"_s) << QJsonValue(u"13800138000"_s);
        QTest::newRow("local time")
            << u"receivedAt"_s << QJsonValue(u"1970-01-01T08:00:01"_s) << QJsonValue(1000);
        QTest::newRow("number for a text") << u"title"_s << QJsonValue(7) << QJsonValue(u"7"_s);
        QTest::newRow("a tick") << u"confidential"_s << QJsonValue(u"√"_s) << QJsonValue(true);
        QTest::newRow("an empty box")
            << u"confidential"_s << QJsonValue(u"☐"_s) << QJsonValue(false);
        QTest::newRow("no") << u"confidential"_s << QJsonValue(u"ＮＯ"_s) << QJsonValue(false);
        QTest::newRow("invisible signs")
            << u"title"_s << QJsonValue(u" 甲\u200B\t乙\u0007 "_s) << QJsonValue(u"甲 乙"_s);
        QTest::newRow("control signs beyond ASCII")
            << u"title"_s << QJsonValue(u"甲\u007F\u0085乙\u009F\u00A1"_s)
            << QJsonValue(u"甲乙\u00A1"_s);
    }

    void wordsBecomeValues()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, input);
        QFETCH(QJsonValue, value);
        QCOMPARE(valueOf(name, input), value);
    }

    void aFieldNamedTwiceIsRefused()
    {
        const FieldsReading reading =
            readFields(catalogue(), {{u"title"_s, u"甲"_s}, {u"主题"_s, u"乙"_s}});
        QCOMPARE(reading.findings.size(), 1);
        QCOMPARE(reading.findings.first().code, u"input.twice"_s);
    }

    void phonesAreDoubtedNeverRefused_data()
    {
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("code");
        QTest::newRow("mobile") << u"13800138000"_s << QString();
        QTest::newRow("fixed") << u"0539-8001234"_s << QString();
        QTest::newRow("extension") << u"0539-8001234转802"_s << QString();
        QTest::newRow("service") << u"400-800-1234"_s << QString();
        QTest::newRow("two") << u"13800138000、0539-8001234"_s << QString();
        QTest::newRow("two beside each other") << u"13800138000 05398001234"_s << QString();
        QTest::newRow("free of charge") << u"800-820-1234"_s << QString();
        QTest::newRow("a service too short") << u"400-800-123"_s << u"intake.phone.short"_s;
        QTest::newRow("a service too long") << u"400-800-12345"_s << u"intake.phone.long"_s;
        QTest::newRow("six digits") << u"512345"_s << u"intake.phone.short"_s;
        QTest::newRow("eight digits") << u"85001234"_s << u"intake.phone.area"_s;
        QTest::newRow("signs without digits") << u"(-)"_s << u"intake.phone.form"_s;
        QTest::newRow("a letter among digits") << u"0539-80012k34"_s << u"intake.phone.form"_s;
        QTest::newRow("ten digits") << u"1380013800"_s << u"intake.phone.short"_s;
        QTest::newRow("twelve digits") << u"138001380001"_s << u"intake.phone.long"_s;
        QTest::newRow("no area code") << u"8001234转802"_s << u"intake.phone.area"_s;
        QTest::newRow("words") << u"见附件"_s << u"intake.phone.form"_s;
    }

    void phonesAreDoubtedNeverRefused()
    {
        QFETCH(QString, phone);
        QFETCH(QString, code);
        const FieldsReading reading = readFields(catalogue(), {{u"phone"_s, phone}});
        QVERIFY(!refuses(reading.findings));
        QCOMPARE(reading.findings.isEmpty() ? QString() : reading.findings.first().code, code);
    }

    void outsideTimesAreTextAndMoneyIsNamedFen()
    {
        const QJsonObject json =
            fieldsToJson(catalogue(), {{u"receivedAt"_s, 1000}, {u"lossAmount"_s, 5}});
        QCOMPARE(
            json,
            (QJsonObject{{u"receivedAt"_s, u"1970-01-01T08:00:01"_s}, {u"lossAmountFen"_s, 5}}));
    }
};

QTEST_GUILESS_MAIN(TestFieldInput)
#include "tst_fieldinput.moc"
