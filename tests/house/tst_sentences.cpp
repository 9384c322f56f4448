// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/texts.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

/// Every code the sources name has a sentence in both languages, and every sentence a code that is
/// used.
class TestSentences : public QObject
{
    Q_OBJECT

    /// The text of every source, one after the other.
    static QString sources()
    {
        QString text;
        for (const QString &top : {u"app"_s, u"db/store"_s, u"ui"_s}) {
            QDirIterator it(QLatin1StringView(HUIYIN_SOURCE_DIR) + u'/' + top,
                            {u"*.cpp"_s, u"*.h"_s},
                            QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (file.open(QIODevice::ReadOnly)) {
                    text += QString::fromUtf8(file.readAll()) + u'\n';
                }
            }
        }
        return text;
    }

    static QSet<QString> captured(const QString &text, const QRegularExpression &expression)
    {
        QSet<QString> found;
        auto matches = expression.globalMatch(text);
        while (matches.hasNext()) {
            found.insert(matches.next().captured(1));
        }
        return found;
    }

    /// Whole string literals of the form word.word(.word): the shape of codes.
    static QSet<QString> literals(const QString &text)
    {
        static const QRegularExpression literal(
            u"\"([a-z][a-zA-Z0-9]*(?:\\.[a-zA-Z][a-zA-Z0-9]*){1,3})\""_s);
        return captured(text, literal);
    }

    /// The window's commands, which are named like codes: {"case.open", "case", …
    static QSet<QString> commands()
    {
        QFile file(QStringLiteral(HUIYIN_SOURCE_DIR "/ui/window/commands.cpp"));
        static const QRegularExpression id(u"\\{\\s*\"([a-zA-Z.]+)\",\\s*\"[a-z]+\","_s);
        return file.open(QIODevice::ReadOnly) ? captured(QString::fromUtf8(file.readAll()), id)
                                              : QSet<QString>();
    }

private slots:

    void everyCodeHasASentence()
    {
        const auto texts = Texts::load();
        QVERIFY2(texts.ok(),
                 texts.ok() ? ""
                            : qPrintable(texts.error().args.value(u"file"_s) + u' ' +
                                         texts.error().args.value(u"line"_s)));
        static const QRegularExpression fileName(
            u"\\.(toml|json|qm|svg|png|pdf|sql|csv|huiyin|html|txt|lock|files|part|xlsx|ics|h)$"_s);
        // Names of other tables that look like codes: settings, D-Bus and file systems, columns of
        // statements, keys of packs and of due questions.
        static const QRegularExpression notACode(
            u"^((settings|window|org|com|text|application|xdg|fuse|menu|c|s)\\..*|"
            "clock\\.(limit|extend|stops)|duty\\.(after|every)|"
            "file\\.(ground|kind|move|pack|penalty|stage)|"
            "(kind|stage)\\.id|limit\\.units|move\\.(after|afterAny|atMost|by|from|id|needs|offers|"
            "stamps|to)|"
            "chain\\.links|links\\.(move|role)|count\\.(atLeast|per|ratio)|ratio\\.(above|of|to)|"
            "pack\\.(appliesWhen|overlay)|compensation\\.times|"
            "oneOf\\.fields|rule\\.(how|roll|unit)|when\\.kind)$"_s);
        const QSet<QString> ours = commands();
        QVERIFY(ours.contains(u"case.open"_s));
        QStringList silent;
        for (const QString &code : literals(sources())) {
            if (!fileName.match(code).hasMatch() && !notACode.match(code).hasMatch() &&
                !ours.contains(code) &&
                !(texts->has(code, Language::Chinese) && texts->has(code, Language::English))) {
                silent.append(code);
            }
        }
        silent.sort();
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u", "_s)));
    }

    void everySentenceIsUsed()
    {
        const auto texts = Texts::load();
        QVERIFY(texts.ok());
        const QString text = sources();
        const QSet<QString> used = literals(text);
        // Families made of a beginning and what was wanted: "schema.unknown." + "role".
        static const QRegularExpression family(u"\"([a-z][a-zA-Z0-9]*(?:\\.[a-zA-Z0-9]+)+\\.)\""_s);
        const QSet<QString> families = captured(text, family);
        QStringList idle;
        for (const QString &code : texts->codes()) {
            if (!used.contains(code) && !families.contains(code.left(code.lastIndexOf(u'.') + 1))) {
                idle.append(code);
            }
        }
        idle.sort();
        QVERIFY2(idle.isEmpty(), qPrintable(idle.join(u", "_s)));
    }

    void bothLanguagesHaveTheSameBlanks()
    {
        const auto texts = Texts::load();
        QVERIFY(texts.ok());
        static const QRegularExpression blank(u"\\{[a-zA-Z]+\\}"_s);
        const auto blanks = [&](const QString &code, Language language) {
            QSet<QString> found;
            auto it = blank.globalMatch(texts->sentence(code, {}, language));
            while (it.hasNext()) {
                // {fieldEn} is the English word for what {field} is in Chinese.
                QString name = it.next().captured();
                name.replace(u"En}"_s, u"}"_s);
                found.insert(name);
            }
            return found;
        };
        for (const QString &code : texts->codes()) {
            QVERIFY2(blanks(code, Language::Chinese) == blanks(code, Language::English),
                     qPrintable(code));
        }
    }

    void noOrganisationIsNamedInCode()
    {
        static const QRegularExpression names(
            u"烟草|卷烟|酒厂|律师|物业|呼叫中心|房地产|电器|供电|\"tob\"|\"trd\"|\"bld\"|\"dst\"|\"svc\"|\"cca\""_s);
        QStringList found;
        for (const QString &top : {u"app"_s, u"db"_s, u"ui"_s}) {
            QDirIterator it(QLatin1StringView(HUIYIN_SOURCE_DIR) + u'/' + top,
                            {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s},
                            QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                if (names.match(QString::fromUtf8(file.readAll())).hasMatch()) {
                    found.append(it.filePath());
                }
            }
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
