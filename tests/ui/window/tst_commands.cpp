// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/commands.h>

#include <QAction>
#include <QFile>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QToolBar>
#include <QXmlStreamReader>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// Source → Chinese of one context of the .ts file.
QMap<QString, QString> chinese(const QString &context)
{
    QMap<QString, QString> words;
    QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/translations/huiyin_zh_CN.ts"));
    if (!file.open(QIODevice::ReadOnly)) {
        return words;
    }
    QXmlStreamReader xml(&file);
    QString now;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "name"_L1) {
            now = xml.readElementText();
        } else if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1 && now == context) {
            words.insert(source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
        }
    }
    return words;
}

QString letterOf(const QString &text)
{
    const auto at = text.indexOf(u'&');
    return at < 0 ? QString() : text.mid(at + 1, 1).toUpper();
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private slots:

    void noKeyCallsTwoCommands()
    {
        QMap<QString, QString> owner;
        CommandRegistry registry;
        for (const auto &id : registry.ids()) {
            for (const auto &key : registry.action(id)->shortcuts()) {
                QVERIFY2(
                    !owner.contains(key.toString()),
                    qPrintable(key.toString() + u' ' + id + u' ' + owner.value(key.toString())));
                owner.insert(key.toString(), id);
            }
        }
        QVERIFY(owner.size() > 20);
    }

    void noKeyBelongsToInputMethodOrDesktop()
    {
        CommandRegistry registry;
        for (const auto &id : registry.ids()) {
            for (const auto &key : registry.action(id)->shortcuts()) {
                QVERIFY2(!CommandRegistry::neverBound().contains(key), qPrintable(id));
                const auto modifiers = key[0].keyboardModifiers();
                QVERIFY2(!(modifiers.testFlag(Qt::ControlModifier) &&
                           modifiers.testFlag(Qt::AltModifier)),
                         qPrintable(id));
                QVERIFY2(!modifiers.testFlag(Qt::MetaModifier), qPrintable(id));
            }
        }
    }

    void everyMenuLetterLeadsToOneCommand_data()
    {
        QTest::addColumn<bool>("inChinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }

    void everyMenuLetterLeadsToOneCommand()
    {
        QFETCH(bool, inChinese);
        const auto words = inChinese ? chinese(u"Commands"_s) : QMap<QString, QString>();
        QMap<QString, QMap<QString, QString>> letters;
        for (const auto &entry : CommandRegistry::table()) {
            const auto source = QString::fromUtf8(entry.text);
            if (inChinese) {
                QVERIFY2(words.contains(source), entry.text);
            }
            const auto letter = letterOf(inChinese ? words.value(source) : source);
            QVERIFY2(!letter.isEmpty(), entry.text);
            auto &menu = letters[QString::fromLatin1(entry.menu)];
            QVERIFY2(!menu.contains(letter),
                     qPrintable(letter + u' ' + source + u' ' + menu.value(letter)));
            menu.insert(letter, source);
        }
    }

    void menuLettersAreThoseOfTheForms()
    {
        QString letters;
        for (const auto &[id, title] : CommandRegistry::menus()) {
            letters += letterOf(title);
        }
        QCOMPARE(letters, u"FEVCURTH"_s);
    }

    void everyCommandStandsInAMenuThatExists()
    {
        CommandRegistry registry;
        QMenuBar bar;
        registry.fillMenuBar(&bar);
        QSet<QAction *> shown;
        for (auto *menu : bar.findChildren<QMenu *>()) {
            for (auto *action : menu->actions()) {
                shown.insert(action);
            }
        }
        for (const auto &id : registry.ids()) {
            QVERIFY2(shown.contains(registry.action(id)), qPrintable(id));
        }
    }

    void everyNamedIconExists()
    {
        for (const auto &entry : CommandRegistry::table()) {
            const auto name = QString::fromLatin1(entry.icon);
            QVERIFY2(name.isEmpty() || QFile::exists(u":/huiyin/icons/%1.svg"_s.arg(name)),
                     entry.icon);
        }
    }

    void theToolbarStaysShort()
    {
        CommandRegistry registry;
        QToolBar bar;
        registry.fillToolBar(&bar);
        QVERIFY(bar.actions().size() <= 9);
        QVERIFY(bar.actions().size() >= 5);
    }

    void aCommandThatCannotBeUsedSaysWhy()
    {
        CommandRegistry registry;
        QToolBar bar;
        registry.fillToolBar(&bar);
        registry.setState(u"case.take"_s, false, u"先选一件"_s);
        QVERIFY(registry.action(u"case.take"_s)->toolTip().contains(u"先选一件"_s));
        QCOMPARE(bar.widgetForAction(registry.action(u"case.take"_s))->accessibleDescription(),
                 u"先选一件"_s);
        registry.setState(u"case.take"_s, true);
        QVERIFY(!registry.action(u"case.take"_s)->toolTip().contains(u"先选一件"_s));
    }

    void nothingIsLeftUntranslated()
    {
        QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/translations/huiyin_zh_CN.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY(!text.contains(u"type=\"unfinished\""_s));
        QVERIFY(text.count(u"<source>"_s) > 400);
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
