// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "frontdoor.h"

#include <window/caselistpage.h>
#include <window/gatewindow.h>
#include <window/singleinstance.h>

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include "paths.h"
#include "sampleregister.h"

namespace huiyin {

namespace {

constexpr auto kSample = ":/huiyin/sample/complaints-2000.csv";
constexpr auto kFirstRegulation = "standard";
constexpr auto kLastDark = "desktopDark";
constexpr auto kFirstOffice = "0000";

Instant presentMoment() { return Instant::fromUtcMs(QDateTime::currentMSecsSinceEpoch()); }

QString settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/huiyin/window.ini");
}

/// Takes the sample in as it would stand today. The register shipped with the program is older.
Result<ImportSummary> takeSample(Desk &desk, const Progress &progress)
{
    const auto failed = [](const QFile &file) {
        return Error{QStringLiteral("import.file"),
                     {{QStringLiteral("path"), file.fileName()},
                      {QStringLiteral("why"), file.errorString()}}};
    };
    QFile shipped(QString::fromLatin1(kSample));
    if (!shipped.open(QIODevice::ReadOnly)) {
        return failed(shipped);
    }
    const auto bytes = sampleAsOf(shipped.readAll(), presentMoment());
    const QTemporaryDir folder;
    QFile moved(folder.filePath(QFileInfo(shipped).fileName()));
    if (!moved.open(QIODevice::WriteOnly) || moved.write(bytes) != bytes.size() || !moved.flush()) {
        return failed(moved);
    }
    return desk.importRegister(
        moved.fileName(), ImportOptions(), [](const ImportLine &) {}, progress);
}

/// Where the lock and the socket of the running window stand: private to the person.
QString runFolder()
{
    const auto runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? stateFolder() : runtime;
}

} // namespace

FrontDoor::FrontDoor(std::shared_ptr<const Library> library, Wanted wanted, Language language)
    : m_library(std::move(library))
    , m_wanted(std::move(wanted))
    , m_language(language)
    , m_settings(settingsPath())
{
    speak(m_language);
    // The desktop is asked once the window stands; until then it is taken to be as it was last.
    const auto lastDark = m_settings.last(QString::fromLatin1(kLastDark));
    Theme::setSystemDark(lastDark.isEmpty() ? std::nullopt
                                            : std::optional(lastDark == QLatin1String("1")));
    Theme::follow(m_settings.theme());
    auto letters = QApplication::font();
    letters.setPointSizeF(m_settings.letterSize());
    QApplication::setFont(letters);
}

FrontDoor::~FrontDoor()
{
    m_window.reset();
    m_jobs.reset();
    m_desk.reset();
    m_reader.reset();
}

void FrontDoor::speak(Language language)
{
    m_language = language;
    QCoreApplication::removeTranslator(&m_qtWords);
    QCoreApplication::removeTranslator(&m_words);
    const bool chinese = language == Language::Chinese;
    const auto locale = chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                : QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);
    if (chinese && m_qtWords.load(QStringLiteral("qtbase_zh_CN"),
                                  QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qtWords);
    }
    if (m_words.load(chinese ? QStringLiteral("huiyin_zh_CN") : QStringLiteral("huiyin_en"),
                     QStringLiteral(":/i18n"))) {
        QCoreApplication::installTranslator(&m_words);
    }
    QApplication::setApplicationDisplayName(tr("Huiyin"));
}

StoreOptions FrontDoor::options() const
{
    StoreOptions options;
    options.searchFields = searchFields(m_library->catalogue);
    options.stateDir = stateFolder();
    return options;
}

Result<std::unique_ptr<Store>> FrontDoor::openStore(bool create) const
{
    if (!create) {
        return Store::open(m_wanted.file, options());
    }
    QDir().mkpath(QFileInfo(m_wanted.file).path());
    Founding founding;
    founding.officeCode = QString::fromLatin1(kFirstOffice);
    founding.officeName = m_wanted.demo ? tr("Sample office") : tr("Our office");
    founding.regulationId = QString::fromLatin1(kFirstRegulation);
    founding.sample = m_wanted.demo;
    founding.actor = systemUser();
    founding.now = presentMoment();
    return Store::create(m_wanted.file, founding, options());
}

bool FrontDoor::open()
{
    m_instance = std::make_unique<SingleInstance>(m_wanted.file, runFolder());
    connect(m_instance.get(), &SingleInstance::called, this, [this](const QStringList &arguments) {
        if (m_window) {
            m_window->receive(arguments);
        } else if (m_gate) {
            m_gate->raise();
            m_gate->activateWindow();
        }
    });
    if (!m_instance->claim(m_wanted.arguments)) {
        return false;
    }
    enter();
    return true;
}

void FrontDoor::enter()
{
    m_gate.reset();
    m_desk.reset();
    m_reader.reset();
    m_store.reset();
    auto store =
        StoreThread::start([this] { return openStore(!QFileInfo::exists(m_wanted.file)); });
    if (!store) {
        refuse(store.error());
        return;
    }
    m_store = std::move(*store);
    auto reader = m_store->reader();
    if (!reader) {
        refuse(reader.error());
        return;
    }
    m_reader = std::move(*reader);
    m_desk = std::make_unique<Desk>(*m_store, *m_reader, m_library, presentMoment, randomBytes);
    const auto set = m_desk->setActor(systemUser());
    if (!set) {
        askWho(set.error());
        return;
    }
    showWindow();
}

void FrontDoor::showWindow()
{
    m_gate.reset();
    m_window.reset();
    if (!m_jobs) {
        m_jobs = std::make_unique<JobRunner>(
            [this, actor = m_desk->actor().id]() -> Result<std::shared_ptr<Desk>> {
                struct Room
                {
                    std::unique_ptr<CaseReader> reader;
                    std::unique_ptr<Desk> desk;
                };

                auto room = std::make_shared<Room>();
                auto reader = m_store->reader();
                if (!reader) {
                    return reader.error();
                }
                room->reader = std::move(*reader);
                room->desk = std::make_unique<Desk>(
                    *m_store, *room->reader, m_library, presentMoment, randomBytes);
                const auto set = room->desk->setActor(actor);
                if (!set) {
                    return set.error();
                }
                return std::shared_ptr<Desk>(room, room->desk.get());
            });
    }
    m_commands = std::make_unique<CommandRegistry>();
    m_window = std::make_unique<MainWindow>(
        Shell{*m_desk, m_library, m_settings, *m_commands, *m_jobs, randomBytes, m_language});
    // Queued: the menu that asked for the other language still stands on the stack.
    connect(
        m_window.get(),
        &MainWindow::languageChosen,
        this,
        [this](Language language) {
            speak(language);
            showWindow();
        },
        Qt::QueuedConnection);
    m_window->show();
    QTimer::singleShot(0, this, &FrontDoor::followDesktop);
    m_window->receive(std::exchange(m_wanted.arguments, {}));
    fillDemo();
}

void FrontDoor::followDesktop()
{
    if (m_scheme) {
        return;
    }
    m_scheme = std::make_unique<DesktopScheme>(QDBusConnection::sessionBus());
    connect(m_scheme.get(), &DesktopScheme::changed, this, [this](bool dark) {
        m_settings.setLast(QString::fromLatin1(kLastDark), QString::number(int(dark)));
        Theme::setSystemDark(dark);
    });
    m_scheme->ask();
}

void FrontDoor::fillDemo()
{
    const auto status = m_desk->reader().status(presentMoment());
    if (!status || !status->sample || status->cases > 0 || !m_jobs->jobs().isEmpty()) {
        return;
    }
    m_jobs->start(
        tr("Sample data"),
        [this](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            auto summary = takeSample(desk, progress);
            return [this, summary = std::move(summary)] {
                if (!summary) {
                    refuse(summary.error());
                } else if (m_window) {
                    emit m_desk->registerChanged();
                }
            };
        },
        [this](const Error &error) { refuse(error); });
}

void FrontDoor::refuse(const Error &error)
{
    const auto sentence = m_library->texts.sentence(error, m_language);
    QVector<WayOut> ways;
    ways.append({tr("Try again"), [this] {
                     QMetaObject::invokeMethod(this, &FrontDoor::enter, Qt::QueuedConnection);
                 }});
    ways.append({tr("Open another case file…"), [this] { chooseAnother(); }});
    ways.append({tr("Quit"), [] { QCoreApplication::quit(); }});
    m_gate = std::make_unique<GateWindow>(tr("The case file cannot be opened"), sentence, ways);
    m_gate->show();
    m_window.reset();
}

void FrontDoor::askWho(const Error &error)
{
    QVector<WayOut> ways;
    if (const auto roster = m_desk->reader().roster()) {
        for (const auto &person : *roster) {
            if (!person.enabled) {
                continue;
            }
            ways.append({QStringLiteral("%1  %2").arg(person.name, person.department),
                         [this, id = person.id] {
                             const auto set = m_desk->setActor(id);
                             if (set) {
                                 QMetaObject::invokeMethod(
                                     this, &FrontDoor::showWindow, Qt::QueuedConnection);
                             }
                         }});
        }
    }
    ways.append({tr("Quit"), [] { QCoreApplication::quit(); }});
    m_gate = std::make_unique<GateWindow>(
        tr("Who is working here?"), m_library->texts.sentence(error, m_language), ways);
    m_gate->show();
}

void FrontDoor::chooseAnother()
{
    auto *dialog = new QFileDialog(m_gate.get(),
                                   tr("Open another case file"),
                                   QFileInfo(m_wanted.file).path(),
                                   tr("Case files (*.huiyin)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_wanted.file = path;
        m_wanted.demo = false;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_gate.reset();
                if (!open()) {
                    QCoreApplication::quit();
                }
            },
            Qt::QueuedConnection);
    });
    dialog->open();
}

} // namespace huiyin
