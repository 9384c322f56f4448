// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every kind of event a case may hold is told in words, in both languages.

#include <models/timelinemodel.h>
#include <rules/sheetedit.h>
#include <support/tempstore.h>

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

/// Kinds that stand in no case: of the house, the chain, an import.
const QStringList kOutside{u"config.published/1"_s,
                           u"roster.granted/1"_s,
                           u"roster.revoked/1"_s,
                           u"chain.began/1"_s,
                           u"import.batch/1"_s};
/// Strikes out what an earlier step says; the mark stands there.
const QString kMark = u"item.struck/1"_s;

QSet<QString> kindsOfTheSource()
{
    QFile header(QStringLiteral(HUIYIN_SOURCE_DIR "/app/domain/event.h"));
    if (!header.open(QIODevice::ReadOnly)) {
        qFatal("no header");
    }
    static const QRegularExpression constant(u"constexpr auto k\\w+ =\\s*\"([a-z.]+/\\d+)\""_s);
    QSet<QString> kinds;
    auto found = constant.globalMatch(QString::fromUtf8(header.readAll()));
    while (found.hasNext()) {
        kinds.insert(found.next().captured(1));
    }
    return kinds;
}

std::shared_ptr<const Library> builtIn()
{
    static const std::shared_ptr<const Library> library = Library::load().value();
    return library;
}

Step stepOf(const QString &kind, const QString &action, const QString &text = {})
{
    Step step;
    step.kind = kind;
    step.action = action;
    step.text = text;
    step.actor = u"wang"_s;
    return step;
}

} // namespace

class TestTimelineModel : public QObject
{
    Q_OBJECT

    struct Bench
    {
        support::TempStore store;
        std::shared_ptr<const Library> library = builtIn();
        Instant now = Instant::parseLocal(u"2026-03-02 09:00").value();
        Desk desk{store.log(),
                  store.reader(),
                  library,
                  [this] { return now; },
                  [this](int n) { return store.random(n); }};

        [[nodiscard]] QString told(const Step &step, Language language, int role)
        {
            CaseFile caseFile{CaseId::make(now, QByteArray(10, '1'))};
            caseFile.regulationId = u"tob"_s;
            caseFile.regulationVersion = 1;
            caseFile.steps = {step};
            TimelineModel model(uiGround(desk, library, language));
            model.setCase(caseFile, desk);
            return model.index(0).data(role).toString();
        }
    };

    /// One case of events of these kinds, put together by hand; what its steps are.
    static QVector<Step> stepsOf(const QStringList &kinds)
    {
        const CaseId id = CaseId::make(Instant::fromUtcMs(0), QByteArray(10, '1'));
        QVector<Event> events;
        for (const QString &kind : kinds) {
            Event event;
            event.id = EventId(32, static_cast<char>('a' + events.size()));
            event.chain = u"c"_s;
            event.seq = events.size() + 1;
            event.hlc = (events.size() + 1) << 16;
            event.actor = u"wang"_s;
            event.kind = kind;
            event.caseId = id;
            event.body = R"({"action":"transfer","text":"x","clock":{},"regulation":{"id":"trd",)"
                         R"("version":1},"fields":{},"clocks":[]})";
            events.append(event);
        }
        const auto caseFile = fold(events);
        return caseFile ? caseFile->steps : QVector<Step>();
    }

private slots:

    void everyKindOfEventIsToldInWords()
    {
        QSet<QString> kinds = kindsOfTheSource();
        QVERIFY(kinds.size() > 15);
        for (const QString &outside : kOutside) {
            QVERIFY2(kinds.remove(outside), qPrintable(outside));
        }
        QVERIFY(kinds.remove(kMark));
        Bench bench;
        const QString opening = QLatin1StringView(event::kCaseOpened);
        for (const QString &kind : std::as_const(kinds)) {
            const auto steps =
                stepsOf(kind == opening ? QStringList{kind} : QStringList{opening, kind});
            const auto step = std::find_if(
                steps.cbegin(), steps.cend(), [&](const Step &one) { return one.kind == kind; });
            QVERIFY2(step != steps.cend(), qPrintable(kind + u" leaves no line"_s));
            for (const Step &one : steps) {
                const QString zh = bench.told(one, Language::Chinese, TimelineModel::WhatRole);
                const QString en = bench.told(one, Language::English, TimelineModel::WhatRole);
                QVERIFY2(!zh.isEmpty() && zh.front().script() == QChar::Script_Han,
                         qPrintable(kind + u' ' + zh));
                QVERIFY2(!en.isEmpty() && en != one.action && en != zh,
                         qPrintable(kind + u' ' + en));
            }
        }
    }

    void aFieldOfTheOrganisationsOwnIsCalledByItsLabel()
    {
        Bench bench;
        SheetEdit edit(bench.desk.sheetText(u"F-02"_s).value(), bench.library->catalogue);
        edit.add(2, u"ownField01"_s, u"网格员"_s, u"Grid officer"_s);
        edit.setVersion(2);
        QVERIFY(bench.desk.adoptSheet(edit.toml()).ok());
        Step step = stepOf(QLatin1StringView(event::kFieldSet), u"amend"_s);
        step.fields = {{u"ownField01"_s, u"孙八"_s}};
        QCOMPARE(bench.told(step, Language::Chinese, TimelineModel::DetailRole), u"网格员: 孙八"_s);
        QCOMPARE(bench.told(step, Language::English, TimelineModel::DetailRole),
                 u"Grid officer: 孙八"_s);
    }

    void aValueTakenBackIsTold()
    {
        Bench bench;
        Step step = stepOf(QLatin1StringView(event::kCaseMoved), u"propose"_s);
        step.fields = {{u"approvedAt"_s, QJsonValue::Null}};
        QCOMPARE(bench.told(step, Language::Chinese, TimelineModel::DetailRole),
                 u"审批时间: taken back"_s);
    }

    void aRefusedSignatureIsToldWithItsWitness()
    {
        Bench bench;
        Step step = stepOf(QLatin1StringView(event::kFieldSet), u"amend"_s);
        step.fields = {
            {u"respSign"_s,
             QJsonObject{{u"name"_s, u"赵六"_s}, {u"refused"_s, true}, {u"witness"_s, u"钱七"_s}}}};
        QVERIFY(bench.told(step, Language::Chinese, TimelineModel::DetailRole)
                    .endsWith(u"赵六（拒签，见证人：钱七）"));
    }

    void everyStepOfTheProgramIsToldInWords_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"record",
                                   "amend",
                                   "note",
                                   "attach",
                                   "extend",
                                   "pause",
                                   "resume",
                                   "recount",
                                   "penalize",
                                   "objectPenalty",
                                   "reversePenalty",
                                   "executePenalty",
                                   "compensate",
                                   "undo",
                                   "moveRegulation",
                                   "erase",
                                   "erased",
                                   "void"}) {
            QTest::newRow(action) << QString::fromLatin1(action);
        }
    }

    void everyStepOfTheProgramIsToldInWords()
    {
        QFETCH(QString, action);
        Bench bench;
        const Step step = stepOf(u"case.moved/1"_s, action);
        const QString zh = bench.told(step, Language::Chinese, TimelineModel::WhatRole);
        QVERIFY2(zh.front().script() == QChar::Script_Han, qPrintable(zh));
        QVERIFY(bench.told(step, Language::English, TimelineModel::WhatRole) != zh);
    }

    void aStepOfAnEarlierPackKeepsItsName()
    {
        Bench bench;
        const auto &packs = bench.library->regulations;
        const MoveRule *strange = nullptr; // known to trd and not to tob
        for (const MoveRule &move : packs[u"trd"_s].moves) {
            strange = packs[u"tob"_s].move(move.id) == nullptr ? &move : strange;
        }
        QVERIFY(strange);
        QCOMPARE(bench.told(stepOf(u"case.moved/1"_s, strange->id),
                            Language::Chinese,
                            TimelineModel::WhatRole),
                 strange->zh);
    }

    void goingOverNamesBothRegulations()
    {
        Bench bench;
        const auto &packs = bench.library->regulations;
        const QString detail = bench.told(
            stepOf(u"regulation.moved/1"_s, u"moveRegulation"_s, u"trd/1+maj/1 → tob/1"_s),
            Language::Chinese,
            TimelineModel::DetailRole);
        for (const QString &id : {u"trd"_s, u"maj"_s, u"tob"_s}) {
            QVERIFY2(detail.contains(packs[id].zh), qPrintable(detail));
        }
    }
};

QTEST_GUILESS_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
