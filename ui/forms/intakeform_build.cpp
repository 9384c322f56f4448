// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/callerpanel.h>
#include <forms/deadlinebox.h>
#include <forms/findingbar.h>
#include <forms/intakeform.h>
#include <forms/papergrid.h>
#include <forms/quietscroll.h>
#include <forms/tabnames.h>
#include <forms/theme.h>
#include <forms/wraprow.h>

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kPreviewMs = 150;
constexpr int kMinuteTickMs = 30000;

QScrollArea *scrolled(QWidget *inner, QWidget *parent)
{
    auto *scroll = quietScroll(inner, parent);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace

IntakeForm::IntakeForm(FormHouse house, const Sheet &sheet, QWidget *parent)
    : QWidget(parent)
    , m_house(std::move(house))
    , m_sheet(sheet)
{
    m_saveTimer = new QTimer(this);
    m_saveTimer->setSingleShot(true);
    connect(m_saveTimer, &QTimer::timeout, this, &IntakeForm::saveIfDue);
    m_previewTimer = new QTimer(this);
    m_previewTimer->setSingleShot(true);
    m_previewTimer->setInterval(kPreviewMs);
    connect(m_previewTimer, &QTimer::timeout, this, &IntakeForm::refreshPreview);
    m_minute = new QTimer(this);
    m_minute->setInterval(kMinuteTickMs);
    connect(m_minute, &QTimer::timeout, this, [this] {
        refreshHeader();
        m_deadlines->tick();
    });
    m_minute->start();
    build();
    startNew();
}

IntakeForm::~IntakeForm()
{
    // The children go after this object: what they say on leaving the focus must not reach it.
    m_grid->disconnect(this);
    m_caller->disconnect(this);
}

void IntakeForm::build()
{
    const int unit = spacingUnit(font());
    const bool chinese = m_house.ground.language == Language::Chinese;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    column->setSpacing(unit * 2);

    auto *head = new WrapRow;
    head->setSpacing(unit * 2);
    m_head = new QLabel(this);
    m_head->setTextFormat(Qt::PlainText);
    m_title = new QLabel(chinese ? m_sheet.zh : m_sheet.en, this);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.6);
    large.setBold(true);
    if (chinese) {
        large.setLetterSpacing(QFont::PercentageSpacing, 112);
    }
    m_title->setFont(large);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_tools = new QWidget(this);
    // The room left over belongs to the title alone.
    m_tools->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    auto *tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->addStretch();
    head->addWidget(m_head);
    head->addWidget(m_title);
    head->addWidget(m_tools);

    QStringList parts{QStringLiteral("intake")};
    if (m_sheet.id != m_house.regulation.sheets.value(0, QStringLiteral("F-01"))) {
        parts.append(QStringLiteral("routing"));
    }
    QStringList extra;
    QSet<QString> onSheet;
    for (const SheetCell &cell : m_sheet.cells) {
        if (cell.row < m_sheet.rows.size() && parts.contains(m_sheet.rows[cell.row].part)) {
            onSheet.insert(cell.field);
            for (const SheetCell &part : cell.parts) {
                onSheet.insert(part.field);
            }
        }
    }
    QStringList asked = m_house.regulation.intakeNeeds;
    if (!m_house.regulation.categories.isEmpty()) {
        asked.append(QStringLiteral("category"));
    }
    for (const OneOfRule &group : m_house.regulation.intakeOneOf) {
        const bool given =
            std::any_of(group.fields.cbegin(),
                        group.fields.cend(),
                        [&onSheet](const QString &field) { return onSheet.contains(field); });
        if (!given && !group.fields.isEmpty()) {
            asked.append(group.fields.first());
        }
    }
    for (const QString &field : asked) {
        if (!onSheet.contains(field) && !extra.contains(field) &&
            m_house.ground.library->catalogue.field(field)) {
            // A summary stands for the story and the other way round: one of them is enough on a
            // form.
            const bool sameStory = (field == QLatin1String("content") &&
                                    onSheet.contains(QStringLiteral("contentBrief"))) ||
                                   (field == QLatin1String("contentBrief") &&
                                    onSheet.contains(QStringLiteral("content")));
            if (!sameStory) {
                extra.append(field);
            }
        }
    }
    m_grid = new PaperGrid(m_house, m_sheet, parts, extra);
    m_grid->setShown(QStringLiteral("complaintNo"), tr("given when registered"));
    m_scroll = scrolled(m_grid, this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(unit * 3);
    // The title stands over the form as on paper, not over the whole window.
    auto *paper = new QVBoxLayout;
    paper->setSpacing(unit * 2);
    paper->addLayout(head);
    paper->addWidget(m_scroll, 1);
    middle->addLayout(paper, 1);
    buildSide();
    middle->addWidget(m_side);
    column->addLayout(middle, 1);

    m_foot = new QBoxLayout(QBoxLayout::LeftToRight);
    m_foot->setSpacing(unit * 2);
    m_bar = new FindingBar(this);
    m_foot->addWidget(m_bar, 1);
    auto *buttons = new WrapRow;
    buttons->setSpacing(unit * 2);
    const auto button = [&](const QString &text,
                            const QString &name,
                            const QString &icon,
                            const QString &tip,
                            void (IntakeForm::*slot)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAccessibleName(text);
        made->setIcon(Theme::icon(icon));
        const int side = QFontMetrics(font()).ascent() + 2;
        made->setIconSize({side, side});
        made->setToolTip(tip);
        made->setMinimumHeight(QFontMetrics(font()).height() + 3 * unit);
        connect(made, &QPushButton::clicked, this, slot);
        buttons->addWidget(made);
        return made;
    };
    buttons->addStretch();
    button(tr("Save draft"),
           QStringLiteral("saveDraft"),
           QStringLiteral("device-floppy"),
           tr("Save draft (Ctrl+S)"),
           &IntakeForm::saveNow);
    button(tr("Resolve now"),
           QStringLiteral("closeNow"),
           QStringLiteral("circle-check"),
           tr("Register, reply and close at once (Ctrl+Enter)"),
           &IntakeForm::submitAndClose);
    button(tr("Register && new"),
           QStringLiteral("registerAndNew"),
           QStringLiteral("plus"),
           tr("Register and begin the next (Shift+F8)"),
           &IntakeForm::submitAndNew)
        ->setAccessibleName(tr("Register and new"));
    m_register = button(tr("Register F8"),
                        QStringLiteral("register"),
                        QStringLiteral("clipboard-plus"),
                        tr("Register (F8)"),
                        &IntakeForm::submit);
    m_register->setDefault(true);
    m_register->setAutoDefault(true);
    QFont bold = font();
    bold.setBold(true);
    m_register->setFont(bold);
    m_foot->addLayout(buttons);
    column->addLayout(m_foot);

    connect(m_grid, &PaperGrid::edited, this, &IntakeForm::touched);
    connect(m_grid, &PaperGrid::fieldLeft, this, &IntakeForm::leftField);
    connect(m_grid, &PaperGrid::fastPathEnded, this, [this] { m_register->setFocus(); });
    connect(m_grid, &PaperGrid::attachRequested, this, [this] { emit attachRequested(); });
    connect(m_grid, &PaperGrid::focusedField, this, [this](const QString &field) {
        if (Cell *cell = m_grid->cell(field)) {
            m_scroll->ensureWidgetVisible(cell->editor(), 0, spacingUnit(font()) * 3);
        }
    });
    connect(m_bar, &FindingBar::fieldActivated, m_grid, &PaperGrid::focusField);
    setFocusProxy(nullptr);
}

void IntakeForm::buildSide()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_deadlines = new DeadlineBox(m_house.ground, m_house.why, m_tabs);
    m_deadlines->setRegulation(m_house.regulation);
    m_caller = new CallerPanel(m_house, m_tabs);
    m_tabs->addTab(m_caller, Theme::icon(QStringLiteral("user-search")), tr("Caller"));
    m_tabs->addTab(scrolled(m_deadlines, m_tabs),
                   Theme::icon(QStringLiteral("clock-hour-4")),
                   tr("Deadlines"));
    m_tabs->setTabToolTip(0, tr("Caller  Alt+1"));
    m_tabs->setTabToolTip(1, tr("Deadlines  Alt+2"));
    showSide(Side::Deadlines);
    nameTabs(*m_tabs, tr("Side panel"));
    m_side = m_tabs;
    connect(m_caller, &CallerPanel::openCaseRequested, this, &IntakeForm::openCaseRequested);
    connect(m_caller, &CallerPanel::appendRequested, this, &IntakeForm::appendRequested);
    connect(m_caller, &CallerPanel::foundChanged, this, [this](int count) {
        m_tabs->setTabText(0, count > 0 ? tr("Caller (%1)").arg(count) : tr("Caller"));
        if (count > 0) {
            showSide(Side::Caller);
        }
    });
}

void IntakeForm::setHeadTool(QWidget *tool)
{
    m_tools->layout()->addWidget(tool);
    tool->show();
    layOut();
}

void IntakeForm::layOut()
{
    const int han = hanWidth(font());
    const bool room = width() >= 72 * han;
    m_side->setVisible(m_sideChosen.value_or(room));
    m_side->setFixedWidth(19 * han);
    // As wide left of the title as right of it: it stands in the middle. On narrow windows it
    // begins the line.
    const int paper = width() - (m_side->isHidden() ? 0 : m_side->width());
    const int sides = std::max(m_head->sizeHint().width(), m_tools->sizeHint().width());
    const bool middle = m_title->sizeHint().width() + 2 * sides + 12 * spacingUnit(font()) <= paper;
    m_head->setVisible(middle || width() >= 62 * han);
    m_head->setMinimumWidth(middle ? sides : 0);
    m_tools->setMinimumWidth(middle ? sides : 0);
    m_title->setAlignment((middle ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    m_foot->setDirection(width() >= 62 * han ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace huiyin
