// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctlshell.h"

#include <store/store.h>

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>
#include <unistd.h>

#include "paths.h"

namespace huiyin::ctl {

namespace {

volatile std::sig_atomic_t g_interrupted = 0; // the one thing a signal handler may touch

void onInterrupt(int) { g_interrupted = 1; }

// The input or a rule says no; everything else that comes as an Error is the world's matter.
bool isInputs(const QString &code)
{
    static const QStringList world{QStringLiteral("store."),
                                   QStringLiteral("library."),
                                   QStringLiteral("texts."),
                                   QStringLiteral("report.write"),
                                   QStringLiteral("report.unbalanced"),
                                   QStringLiteral("paper."),
                                   QStringLiteral("input.unreadable"),
                                   QStringLiteral("file."),
                                   QStringLiteral("import.file"),
                                   QStringLiteral("fold.")};
    static const QStringList inputs{QStringLiteral("store.exists"),
                                    QStringLiteral("store.case.changed"),
                                    QStringLiteral("store.cancelled")};
    return inputs.contains(code) ||
           std::none_of(world.cbegin(), world.cend(), [&](const QString &prefix) {
               return code.startsWith(prefix);
           });
}

} // namespace

struct Shell::World
{
    std::unique_ptr<Store> store;
    std::unique_ptr<Desk> desk;
};

QString severityId(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return QStringLiteral("hint");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Refusal:
        break;
    }
    return QStringLiteral("refusal");
}

Shell::Shell(const Globals &globals)
    : m_globals(globals)
{
}

Shell::~Shell() { std::fflush(stdout); }

void Shell::out(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
}

void Shell::json(const QJsonObject &object)
{
    out(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void Shell::json(const QJsonArray &array)
{
    out(QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void Shell::note(const QString &line)
{
    if (m_progressShown) {
        std::fputs("\r\033[K", stderr);
        m_progressShown = false;
    }
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
}

const Texts &Shell::texts()
{
    if (m_library) {
        return m_library->texts;
    }
    if (!m_texts) {
        const auto loaded = Texts::load();
        m_texts = loaded ? *loaded : Texts();
    }
    return *m_texts;
}

QString Shell::sentence(const Error &error) { return texts().sentence(error, m_globals.language); }

QString Shell::sentence(const Finding &finding)
{
    // People read labels, not identifiers.
    Finding labelled = finding;
    labelled.field = fieldLabel(finding.field);
    return texts().sentence(labelled, m_globals.language);
}

QString Shell::fieldLabel(const QString &field)
{
    if (field.isEmpty()) {
        return {};
    }
    const auto loaded = library();
    const FieldDef *known = loaded ? (*loaded)->catalogue.field(field) : nullptr;
    if (known == nullptr) {
        return field;
    }
    return chinese() ? known->zh : known->en;
}

void Shell::report(const Findings &findings, const QString &file)
{
    for (const Finding &finding : findings) {
        const QString severity = finding.severity == Severity::Refusal
                                     ? say(QStringLiteral("拒绝"), QStringLiteral("refused"))
                                 : finding.severity == Severity::Warning
                                     ? say(QStringLiteral("注意"), QStringLiteral("warning"))
                                     : say(QStringLiteral("提示"), QStringLiteral("hint"));
        QString message = sentence(finding);
        QStringList tail;
        // Sentences of file loaders name the place themselves.
        if (finding.line > 0 && !message.contains(QString::number(finding.line))) {
            tail.append(
                finding.column > 0
                    ? say(QStringLiteral("第 %1 行第 %2 列"), QStringLiteral("line %1, column %2"))
                          .arg(finding.line)
                          .arg(finding.column)
                    : say(QStringLiteral("第 %1 行"), QStringLiteral("line %1")).arg(finding.line));
        }
        if (!finding.clause.isEmpty() && !message.contains(finding.clause)) {
            tail.append(
                say(QStringLiteral("依据 %1"), QStringLiteral("by %1")).arg(finding.clause));
        }
        const QString label = fieldLabel(finding.field);
        if (!label.isEmpty() && !message.contains(label)) {
            message.prepend(label + say(QStringLiteral("："), QStringLiteral(": ")));
        }
        if (!tail.isEmpty()) {
            message += say(QStringLiteral("（%1）"), QStringLiteral(" (%1)"))
                           .arg(tail.join(say(QStringLiteral("，"), QStringLiteral(", "))));
        }
        const QString place =
            file.isEmpty() || finding.line == 0
                ? QString()
                : QStringLiteral("%1:%2:%3: ").arg(file).arg(finding.line).arg(finding.column);
        note(place + severity + say(QStringLiteral("："), QStringLiteral(": ")) + message);
    }
}

QJsonArray Shell::findingsJson(const Findings &findings, const QString &file)
{
    QJsonArray list;
    for (const Finding &finding : findings) {
        QJsonObject one{{QStringLiteral("code"), finding.code},
                        {QStringLiteral("severity"), severityId(finding.severity)},
                        {QStringLiteral("field"), finding.field},
                        {QStringLiteral("message"), sentence(finding)},
                        {QStringLiteral("clause"), finding.clause},
                        {QStringLiteral("line"), finding.line},
                        {QStringLiteral("column"), finding.column}};
        if (!file.isEmpty()) {
            one.insert(QStringLiteral("file"), file);
            one.insert(QStringLiteral("entry"), finding.args.value(QStringLiteral("entry")));
        }
        list.append(one);
    }
    return list;
}

int Shell::refuse(const Findings &findings, const QString &file)
{
    report(findings, file);
    if (m_globals.json) {
        json(QJsonObject{{QStringLiteral("findings"), findingsJson(findings, file)}});
    }
    return Refused;
}

std::optional<int> Shell::ended(const Result<Outcome> &outcome, const QString &file)
{
    if (!outcome) {
        return fail(outcome.error());
    }
    if (refuses(outcome->findings)) {
        return refuse(outcome->findings, file);
    }
    report(outcome->findings, file);
    return std::nullopt;
}

int Shell::fail(const Error &error)
{
    if (isInputs(error.code)) {
        return refuse({{error.code, Severity::Refusal, {}, error.args}});
    }
    note(say(QStringLiteral("错误："), QStringLiteral("error: ")) + sentence(error));
    if (!error.detail.isEmpty()) {
        note(say(QStringLiteral("  系统说明："), QStringLiteral("  system: ")) + error.detail);
    }
    if (m_globals.json) {
        json(QJsonObject{{QStringLiteral("error"),
                          QJsonObject{{QStringLiteral("code"), error.code},
                                      {QStringLiteral("message"), sentence(error)}}}});
    }
    return Exit::World;
}

int Shell::wrongValue(const Error &error)
{
    note(say(QStringLiteral("用法有误："), QStringLiteral("wrong usage: ")) + sentence(error));
    return WrongUsage;
}

Result<std::shared_ptr<const Library>> Shell::library()
{
    if (!m_library) {
        auto loaded = Library::load();
        if (!loaded) {
            return loaded.error();
        }
        m_library = *loaded;
    }
    return m_library;
}

QString Shell::path() const { return caseFilePath(m_globals.file); }

Instant Shell::now() { return Instant::fromUtcMs(QDateTime::currentMSecsSinceEpoch()); }

Result<Desk *> Shell::desk()
{
    if (m_world) {
        return m_world->desk.get();
    }
    auto loaded = library();
    if (!loaded) {
        return loaded.error();
    }
    StoreOptions options{
        searchFields((*loaded)->catalogue), {}, stateFolder(), OpenMode::ReadWrite};
    auto store = Store::open(path(), options);
    if (!store && store.error().code == QStringLiteral("store.readonly")) {
        options.mode =
            OpenMode::ReadOnly; // a copy on a medium that cannot be written may still be read
        store = Store::open(path(), options);
    }
    if (!store) {
        return store.error();
    }
    auto world = std::make_unique<World>();
    world->store = std::move(store).value();
    world->desk = std::make_unique<Desk>(
        world->store->log(), world->store->reader(), *loaded, &Shell::now, &randomBytes);
    m_world = std::move(world);
    // Reading asks for no name; whoever is known sees what he may see.
    static_cast<void>(
        m_world->desk->setActor(m_globals.actor.isEmpty() ? systemUser() : m_globals.actor));
    return m_world->desk.get();
}

Result<Desk *> Shell::actingDesk()
{
    const auto opened = desk();
    if (!opened) {
        return opened.error();
    }
    if (const auto set =
            (*opened)->setActor(m_globals.actor.isEmpty() ? systemUser() : m_globals.actor);
        !set) {
        return set.error();
    }
    return *opened;
}

Result<Done> Shell::create(const QString &office,
                           const QString &name,
                           const QString &regulation,
                           bool headquarters)
{
    const auto loaded = library();
    if (!loaded) {
        return loaded.error();
    }
    // The folder of the default place is ours to make; a folder somebody named is not.
    if (m_globals.file.isEmpty()) {
        QDir().mkpath(QFileInfo(path()).absolutePath());
    }
    const Founding founding{office,
                            name,
                            regulation,
                            false,
                            m_globals.actor.isEmpty() ? systemUser() : m_globals.actor,
                            now(),
                            headquarters};
    const auto store =
        Store::create(path(),
                      founding,
                      {searchFields((*loaded)->catalogue), {}, stateFolder(), OpenMode::ReadWrite});
    if (!store) {
        return store.error();
    }
    return Done{};
}

Progress Shell::progress(const QString &what)
{
    struct sigaction action = {};
    action.sa_handler = &onInterrupt;
    action.sa_flags = static_cast<int>(
        SA_RESETHAND); // a second Ctrl-C ends the program at once; the store rolls back
    ::sigaction(SIGINT, &action, nullptr);
    const bool shown = ::isatty(STDERR_FILENO) != 0;
    return [this, what, shown](qint64 done, qint64 total) {
        if (shown) {
            const QByteArray line =
                QStringLiteral("\r\033[K%1 %2")
                    .arg(what,
                         total > 0 ? QStringLiteral("%1/%2").arg(done).arg(total)
                                   : QString::number(done))
                    .toUtf8();
            std::fputs(line.constData(), stderr);
            m_progressShown = true;
            if (done >= total) {
                std::fputs("\r\033[K", stderr);
                m_progressShown = false;
            }
        }
        return g_interrupted == 0;
    };
}

void Shell::logAccess(const QString &what,
                      const std::optional<CaseId> &caseId,
                      const QString &reason)
{
    if (!m_world) {
        return;
    }
    const auto logged = m_world->store->log().logAccess(
        {m_globals.actor.isEmpty() ? systemUser() : m_globals.actor, caseId, what, reason, now()});
    if (!logged && logged.error().code != QStringLiteral("store.readonly")) {
        note(sentence(logged.error()));
    }
}

} // namespace huiyin::ctl
