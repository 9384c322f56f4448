// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/tabnames.h>
#include <forms/theme.h>
#include <rules/overlay.h>
#include <window/banner.h>
#include <window/heading.h>
#include <window/movepane.h>
#include <window/parameterspane.h>
#include <window/peoplepane.h>
#include <window/regulationpage.h>
#include <window/regulationtables.h>
#include <window/trialpane.h>
#include <window/usepane.h>

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr double kListHan = 15;
constexpr qint64 kMostBytes = 4 * 1024 * 1024;
constexpr auto kFile = "file:";

} // namespace

RegulationPage::RegulationPage(Shell &shell, QWidget *parent)
    : Page(shell, parent)
    , m_said(new Banner(this))
    , m_list(new QListWidget(this))
    , m_name(new Heading(1.15, this))
    , m_standing(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_clocks(plainTable(tr("Clocks"), m_tabs))
    , m_steps(plainTable(tr("Steps"), m_tabs))
    , m_clauses(plainTable(tr("Clauses"), m_tabs))
    , m_other(plainTable(tr("Money, retention, duties"), m_tabs))
    , m_faults(plainTable(tr("Faults"), m_tabs))
    , m_use(new UsePane(shell, m_tabs))
    , m_trial(new TrialPane(shell, m_tabs))
    , m_parameters(new ParametersPane(shell, m_tabs))
    , m_move(new MovePane(shell, m_tabs))
    , m_people(new PeoplePane(shell, m_tabs))
{
    const auto unit = spacingUnit(font());
    m_list->setAccessibleName(tr("Regulations"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setSpacing(unit / 2);
    m_standing->setWordWrap(true);
    m_standing->setTextFormat(Qt::PlainText);
    m_clauses->setWordWrap(true);
    m_faults->setWordWrap(true);
    addTabs();
    auto *check =
        new QPushButton(Theme::icon(QStringLiteral("file-import")), tr("Check a file…"), this);
    auto *left = new QVBoxLayout;
    left->setContentsMargins(unit * 2, unit * 2, 0, unit * 2);
    left->addWidget(m_list, 1);
    left->addWidget(check);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(unit * 3, unit * 2, unit * 2, unit);
    right->addWidget(m_name);
    right->addWidget(m_standing);
    right->addWidget(m_tabs, 1);
    auto *middle = new QHBoxLayout;
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(middle, 1);
    setFocusProxy(m_list);
    connect(check, &QPushButton::clicked, this, &RegulationPage::openFile);
    connect(m_list, &QListWidget::currentRowChanged, this, &RegulationPage::show);
    followSelection(m_list);
    connect(m_use, &UsePane::wanted, this, &RegulationPage::putInForce);
    connect(m_use, &UsePane::overlaysChanged, this, &RegulationPage::showTrial);
    connect(m_use, &UsePane::caseWanted, this, &Page::caseWanted);
    connect(m_trial, &TrialPane::caseWanted, this, &Page::caseWanted);
    connect(&shell.desk, &Desk::regulationChanged, this, &RegulationPage::refresh);
    refresh();
}

void RegulationPage::addTabs()
{
    m_tabs->setDocumentMode(true);
    nameTabs(*m_tabs, tr("Parts of the regulation"));
    m_tabs->addTab(m_clocks, tr("Clocks"));
    m_tabs->addTab(m_steps, tr("Steps"));
    m_tabs->addTab(m_clauses, tr("Clauses"));
    m_tabs->addTab(m_other, tr("Money, retention, duties"));
    m_tabs->addTab(m_parameters, tr("Figures"));
    m_tabs->addTab(m_trial, tr("Trial"));
    m_tabs->addTab(m_use, tr("Put in force"));
    m_tabs->addTab(m_move, tr("Running cases"));
    m_tabs->addTab(m_people, tr("People"));
    m_tabs->addTab(m_faults, tr("Faults"));
    connect(m_parameters, &ParametersPane::said, this, &Page::said);
    connect(m_move, &MovePane::caseWanted, this, &Page::caseWanted);
    connect(m_people, &PeoplePane::said, this, &Page::said);
}

QString RegulationPage::title() const { return tr("Regulations"); }

QString RegulationPage::iconName() const { return QStringLiteral("book"); }

QList<QWidget *> RegulationPage::panes() const { return {m_list, m_tabs}; }

QString RegulationPage::standing(const Regulation &pack) const
{
    const auto today = m_shell.desk.now().localDay();
    const auto &present = m_shell.desk.regulation();
    const PackVersion own{pack.id, pack.version};
    if (PackVersion{present.id, present.version} == own || present.overlays.contains(own)) {
        std::optional<Day> since;
        for (const auto &use : m_shell.desk.regulationUses()) {
            const bool holds = use.pack == own || use.with.contains(own);
            if (holds && !(use.from && *use.from > today)) {
                since = use.from;
            }
        }
        return since ? tr("in force since %1").arg(since->toString())
                     : tr("in force from the beginning");
    }
    for (const auto &use : m_shell.desk.regulationUses()) {
        if ((use.pack == own || use.with.contains(own)) && use.from && *use.from > today) {
            return tr("in force from %1 on").arg(use.from->toString());
        }
    }
    return pack.overlay ? tr("overlay, used beside another") : QString();
}

void RegulationPage::refresh()
{
    const auto before = m_list->currentItem()
                            ? m_list->currentItem()->data(Qt::UserRole).toString()
                            : m_shell.desk.regulation().id + QLatin1Char('/') +
                                  QString::number(m_shell.desk.regulation().version);
    const QSignalBlocker blocker(m_list);
    m_packs = m_shell.desk.regulations();
    m_list->clear();
    const bool chinese = m_shell.language == Language::Chinese;
    for (const auto &pack : std::as_const(m_packs)) {
        const bool built = m_shell.library->regulations.value(pack.id).version == pack.version;
        QStringList facts = {tr("version %1").arg(pack.version),
                             built ? tr("built-in") : tr("own")};
        if (const auto stands = standing(pack); !stands.isEmpty()) {
            facts.append(stands);
        }
        auto *item =
            new QListWidgetItem(QStringLiteral("%1\n%2").arg(chinese ? pack.zh : pack.en,
                                                             facts.join(QStringLiteral(" · "))),
                                m_list);
        item->setData(Qt::UserRole, pack.id + QLatin1Char('/') + QString::number(pack.version));
        item->setData(Qt::UserRole + 1, pack.id);
        auto letters = item->font();
        letters.setBold(pack.id == m_shell.desk.regulation().id &&
                        pack.version == m_shell.desk.regulation().version);
        item->setFont(letters);
    }
    if (m_file) {
        auto *item = new QListWidgetItem(tr("File: %1").arg(m_file->name), m_list);
        item->setData(Qt::UserRole, QLatin1String(kFile));
    }
    int row = 0;
    for (int i = 0; i < m_list->count(); ++i) {
        row = m_list->item(i)->data(Qt::UserRole).toString() == before ? i : row;
    }
    m_list->setCurrentRow(row);
    show();
}

void RegulationPage::choose(const QString &id)
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole + 1).toString() == id) {
            m_list->setCurrentRow(i);
        }
    }
}

std::optional<Regulation> RegulationPage::chosen() const
{
    const auto row = m_list->currentRow();
    if (row >= 0 && row < m_packs.size()) {
        return m_packs.at(row);
    }
    return row >= 0 && m_file && !refuses(m_file->reading.findings) ? m_file->reading.regulation
                                                                    : std::nullopt;
}

void RegulationPage::show()
{
    const auto pack = chosen();
    const bool isFile = m_file && m_list->currentRow() >= m_packs.size();
    const RegulationWords words(
        pack.value_or(Regulation()), m_shell.library->catalogue, m_shell.language);
    const auto shown = pack.value_or(Regulation());
    m_name->setText(pack ? words.of(pack->zh, pack->en) : m_file ? m_file->name : QString());
    m_standing->setText(
        !pack ? tr("%n fault(s): as long as one is left, the file cannot be put in force.",
                   nullptr,
                   m_file ? static_cast<int>(m_file->reading.findings.size()) : 0)
              : tr("%1 version %2 · %3 clocks · %4 steps · %5 clauses")
                    .arg(pack->id)
                    .arg(pack->version)
                    .arg(pack->clocks.size())
                    .arg(pack->moves.size())
                    .arg(pack->notes.size()));
    fillTable(m_clocks, clockTable(shown, words));
    fillTable(m_steps, stepTable(shown, words));
    fillTable(m_clauses, clauseTable(shown, words));
    fillTable(m_other, otherTable(shown, words));
    m_parameters->setRegulation(pack && !isFile ? pack->id : QString());
    m_tabs->setTabVisible(m_tabs->indexOf(m_parameters), m_parameters->count() > 0);
    showFaults();
    for (int at = 0; at < m_tabs->count(); ++at) {
        const auto *tab = m_tabs->widget(at);
        m_tabs->setTabEnabled(
            at, pack.has_value() || tab == m_use || tab == m_people || tab == m_faults);
    }
    if (isFile && !pack) {
        m_tabs->setCurrentWidget(m_faults);
    }
    QVector<Regulation> overlays;
    std::copy_if(m_packs.cbegin(),
                 m_packs.cend(),
                 std::back_inserter(overlays),
                 [](const Regulation &one) { return one.overlay; });
    const auto hindrance =
        !pack ? tr("This file is faulty. Mend what the list of faults says and check it again.")
        : pack->overlay && !isFile
            ? tr("An overlay is put in force beside another regulation: choose that one and check "
                 "the overlay there.")
            : QString();
    m_use->setPack(isFile ? std::nullopt : pack, overlays, hindrance);
    showTrial();
}

void RegulationPage::showFaults()
{
    const bool isFile = m_file && m_list->currentRow() >= m_packs.size();
    RegulationTable faults{{tr("Line"), tr("Column"), tr("Entry"), tr("What is wrong")}, 3, {}};
    for (const auto &finding : isFile ? m_file->reading.findings : Findings()) {
        const auto sentence = m_shell.sentence(finding);
        faults.rows.append({{finding.line > 0 ? QString::number(finding.line) : QString(),
                             finding.column > 0 ? QString::number(finding.column) : QString(),
                             finding.args.value(QStringLiteral("entry")),
                             sentence},
                            sentence,
                            false});
    }
    fillTable(m_faults, faults);
    m_tabs->setTabVisible(m_tabs->indexOf(m_faults), isFile);
}

void RegulationPage::showTrial()
{
    auto pack = chosen();
    if (pack && pack->overlay) {
        pack = overlaid(m_shell.desk.regulation(), {*pack});
    } else if (pack) {
        QVector<Regulation> laid;
        const auto with = m_use->with();
        for (const auto &one : std::as_const(m_packs)) {
            if (one.overlay && with.contains(one.id)) {
                laid.append(one);
            }
        }
        pack = laid.isEmpty() ? pack : overlaid(*pack, laid);
    }
    m_trial->setPack(pack);
    const auto host = chosen();
    const bool can = m_list->currentRow() < m_packs.size() && host && !host->overlay;
    m_move->setRegulation(can ? host->id : QString(), m_use->with());
}

void RegulationPage::openFile()
{
    auto *dialog = new QFileDialog(this,
                                   tr("Check a regulation file"),
                                   m_shell.settings.last(QStringLiteral("regulationFolder")),
                                   tr("Regulations (*.toml);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_shell.settings.setLast(QStringLiteral("regulationFolder"), QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) {
            m_said->say(
                tr("“%1” cannot be read as a regulation: %2")
                    .arg(path, file.isOpen() ? tr("the file is too large") : file.errorString()),
                Severity::Refusal);
            m_said->offerDismissal();
            return;
        }
        checkFile(file.readAll(), QFileInfo(path).fileName());
    });
    dialog->open();
}

void RegulationPage::checkFile(const QByteArray &toml, const QString &name)
{
    m_said->dismiss();
    m_file = File{toml, name, readRegulation(toml, m_shell.library->catalogue, builtinPacks())};
    refresh();
    m_list->setCurrentRow(m_list->count() - 1);
    if (!refuses(m_file->reading.findings)) {
        m_said->say(tr("“%1” has no faults; it can be tried and put in force.").arg(name),
                    Severity::Hint);
        m_said->offerDismissal();
    }
}

void RegulationPage::putInForce()
{
    const auto pack = chosen();
    if (!pack || waits([this] { putInForce(); })) {
        return;
    }
    const auto from = m_use->from();
    if (!from) {
        m_use->refuse(tr("The day it begins is not a date; write it as 2026-05-01."));
        return;
    }
    const bool isFile = m_list->currentRow() >= m_packs.size();
    const auto outcome = isFile ? m_shell.desk.adoptRegulation(m_file->toml, from)
                                : m_shell.desk.useRegulation(pack->id, from, m_use->with());
    if (!outcome) {
        m_use->refuse(m_shell.sentence(outcome.error()));
    } else if (refuses(outcome->findings)) {
        m_use->refuse(m_shell.sentence(outcome->findings.first()));
    } else {
        m_said->say(
            tr("From %1 on, what is recorded follows %2.")
                .arg(from->toString(), m_shell.language == Language::Chinese ? pack->zh : pack->en),
            Severity::Hint);
        m_said->offerDismissal();
    }
}

void RegulationPage::setWidthInHan(double han)
{
    m_list->setFixedWidth(static_cast<int>(std::min(kListHan, han / 4) * hanWidth(font())));
}

} // namespace huiyin
